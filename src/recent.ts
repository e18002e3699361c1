/** What was read lately: a bounded memory that forgets what was longest not asked for. */

export interface Recent<Key, Value> {
  /** The value of a key, made where it is not remembered. Values are shared: nobody changes one. */
  get(key: Key, make: (key: Key) => Value): Value
}

/** Remembers at most `limit` values. */
export function createRecent<Key, Value>(limit: number): Recent<Key, Value> {
  const known = new Map<Key, Value>()
  return {
    get(key, make) {
      const found = known.get(key)
      if (found !== undefined) {
        // A map keeps the order of insertion: what is put in again is the newest.
        known.delete(key)
        known.set(key, found)
        return found
      }
      const value = make(key)
      if (known.size >= limit) known.delete(known.keys().next().value as Key)
      known.set(key, value)
      return value
    },
  }
}
