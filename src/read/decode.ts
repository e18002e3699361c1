/** Bytes → text: UTF-8, UTF-16 with and without a byte order mark, Windows-1252. Line ends become '\n'. */

export interface Decoded {
  /** Offsets anywhere in Pasaje are into this. */
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** One line for people where something had to be dropped or guessed, else null. */
  readonly complaint: string | null
}

/** Decodes text; null where the bytes are no text in any encoding known here. */
export function decode(bytes: Uint8Array): Decoded | null {
  const encoding = encodingOf(bytes)
  if (!encoding) return null
  const raw = new TextDecoder(encoding).decode(bytes)
  // '\r\r\n' is what a file converted twice has.
  const lines = raw.includes('\r') ? raw.replace(/\r\r?\n?/g, '\n') : raw
  const nuls = lines.includes('\0') ? lines.split('\0').length - 1 : 0
  return {
    text: nuls > 0 ? lines.replaceAll('\0', '') : lines,
    encoding,
    complaint: nuls > 0 ? `${nuls} NUL characters were left out` : null,
  }
}

function encodingOf(bytes: Uint8Array): Decoded['encoding'] | null {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  const sample = bytes.subarray(0, 64 << 10)
  const wide = wideOf(sample)
  if (wide) return wide
  if (binaryShare(sample) > 0.02) return null
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** UTF-16 without a mark: in Western text nearly every second byte is NUL, and nearly none of the others. */
function wideOf(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (sample.length < 4) return null
  const nuls = [0, 0]
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) nuls[i % 2]!++
  const half = sample.length / 2
  const [even, odd] = [nuls[0]! / half, nuls[1]! / half]
  if (odd > 0.7 && even < 0.1) return 'utf-16le'
  if (even > 0.7 && odd < 0.1) return 'utf-16be'
  return null
}

/** Share of control characters that no text has; stray NULs in a text file stay far below one in fifty. */
function binaryShare(sample: Uint8Array): number {
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  return sample.length === 0 ? 0 : controls / sample.length
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
