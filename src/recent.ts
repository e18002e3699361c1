/** What was read lately: a bounded memory that forgets what was longest not asked for. */

export interface Recent<Key, Value> {
  /** The value of a key, made where it is not remembered. Values are shared: nobody changes one. */
  get(key: Key, make: (key: Key) => Value): Value
  /** The value of a key where it is remembered. */
  find(key: Key): Value | undefined
  /** Remembers a value, and returns it. */
  keep(key: Key, value: Value): Value
}

/** Remembers at most `limit` values. */
export function createRecent<Key, Value>(limit: number): Recent<Key, Value> {
  const known = new Map<Key, Value>()
  const find = (key: Key) => {
    const found = known.get(key)
    if (found === undefined) return undefined
    // A map keeps the order of insertion: what is put in again is the newest.
    known.delete(key)
    known.set(key, found)
    return found
  }
  const keep = (key: Key, value: Value) => {
    if (known.size >= limit && !known.has(key)) known.delete(known.keys().next().value as Key)
    known.set(key, value)
    return value
  }
  const get = (key: Key, make: (key: Key) => Value) => {
    const found = find(key)
    return found === undefined ? keep(key, make(key)) : found
  }
  return { get, find, keep }
}
