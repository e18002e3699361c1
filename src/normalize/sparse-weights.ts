/** Weights by hashed feature, most of them 0, and the bytes they ship as. */

export interface SparseWeights {
  readonly weights: Int8Array
  /** Natural-log units of one step of a weight. */
  readonly scale: number
}

/** The bytes `parseWeights` opens: scale, then for each weight the distance to the one before (varint) and its byte. */
export function serializeWeights(model: SparseWeights): Uint8Array {
  const bytes: number[] = [...new Uint8Array(Float32Array.of(model.scale).buffer)]
  let last = 0
  for (const [feature, weight] of model.weights.entries()) {
    if (weight === 0) continue
    let distance = feature - last
    last = feature
    for (; distance > 127; distance >>>= 7) bytes.push((distance & 127) | 128)
    bytes.push(distance, weight & 255)
  }
  return Uint8Array.from(bytes)
}

/** Opens what `serializeWeights` wrote of weights for features of so many bits. */
export function parseWeights(bytes: Uint8Array, bits: number): SparseWeights {
  const scale = new Float32Array(Uint8Array.from(bytes.subarray(0, 4)).buffer)[0]!
  const weights = new Int8Array(1 << bits)
  let last = 0
  for (let at = 4; at < bytes.length;) {
    let distance = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      distance |= (byte & 127) << shift
      if (byte < 128) break
    }
    last += distance
    weights[last] = bytes[at++]!
  }
  return { weights, scale }
}
