/** Growing arrays of numbers and varints: what an index is written from. */

/** Bytes that grow: `bytes` holds `length` of them and room for more. */
export interface ByteSink {
  bytes: Uint8Array
  length: number
}

/** An empty sink with room for `capacity` bytes before it grows. */
export function createSink(capacity = 1024): ByteSink {
  return { bytes: new Uint8Array(capacity), length: 0 }
}

/** Makes room for `more` bytes. */
export function reserve(sink: ByteSink, more: number): void {
  if (sink.length + more <= sink.bytes.length) return
  const larger = new Uint8Array(Math.max(sink.bytes.length * 2, sink.length + more))
  larger.set(sink.bytes.subarray(0, sink.length))
  sink.bytes = larger
}

/** Bytes that a varint takes at most. */
export const VARINT = 5

/**
 * Writes a whole number below 2^32 where there is room for it, seven bits a byte, lowest first; a set high bit means that
 * more follow. Returns where the next byte goes.
 */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128
    rest >>>= 7
  }
  bytes[at++] = rest
  return at
}

export function pushBytes(sink: ByteSink, bytes: Uint8Array): void {
  reserve(sink, bytes.length)
  sink.bytes.set(bytes, sink.length)
  sink.length += bytes.length
}

/** What has been written, without a copy: valid until the sink grows or is emptied. */
export function written(sink: ByteSink): Uint8Array {
  return sink.bytes.subarray(0, sink.length)
}

/** Numbers below 2^32 that grow. */
export interface NumberList {
  values: Uint32Array
  length: number
}

export function createList(capacity = 1024): NumberList {
  return { values: new Uint32Array(capacity), length: 0 }
}

/** Makes room for `more` numbers. */
export function reserveNumbers(list: NumberList, more: number): void {
  if (list.length + more <= list.values.length) return
  list.values = grown(list.values, list.length + more)
}

/** The array itself where it has so many places, else a larger copy. */
export function grown(values: Uint32Array, places: number): Uint32Array {
  if (places <= values.length) return values
  const larger = new Uint32Array(Math.max(values.length * 2, places))
  larger.set(values)
  return larger
}

export function push(list: NumberList, value: number): void {
  if (list.length === list.values.length) reserveNumbers(list, 1)
  list.values[list.length++] = value
}

/** What has been written, without a copy. */
export function numbers(list: NumberList): Uint32Array {
  return list.values.subarray(0, list.length)
}
