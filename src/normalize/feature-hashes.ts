/** Names of features as 32-bit hashes: a model keeps its weights by them and no names. */

/** FNV-1a over UTF-16 units, started by the kind of feature. */
export function hashText(text: string, kind: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(kind, 0x9e3779b1)
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash, kind)
}

/** Two hashes into one (the finalizer of MurmurHash3). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a, 31) ^ b
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
