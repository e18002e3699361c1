/**
 * How common words are in Spanish at large: the list of the PyPI package wordfreq (Robyn Speer and others; from Wikipedia,
 * news, subtitles, books, the web; CC BY-SA 4.0), as it stands in its wheel: `wordfreq/data/large_es.msgpack.gz`.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** Share of running text by word, lower case. The file is a list of buckets: words of a share of 10^(-i/100) in the i-th. */
export function readFrequencies(path: string): Map<string, number> {
  const unpacked = unpack(gunzipSync(readFileSync(path)))
  if (!Array.isArray(unpacked)) throw new Error(`${path} is no list of frequencies`)
  const shares = new Map<string, number>()
  for (const [centibels, words] of unpacked.slice(1).entries())
    for (const word of words as string[]) shares.set(word, 10 ** (-centibels / 100))
  return shares
}

/** MessagePack as far as that file uses it: arrays, one small map, strings, small whole numbers. */
function unpack(bytes: Buffer): unknown {
  let at = 0
  const number = (width: 1 | 2 | 4): number => {
    at += width
    return bytes.readUIntBE(at - width, width)
  }
  const text = (length: number): string => bytes.toString('utf8', at, (at += length))
  const list = (length: number): unknown[] => Array.from({ length }, next)
  const next = (): unknown => {
    const type = number(1)
    if (type < 0x80) return type
    if (type < 0x90) return list((type & 15) * 2)
    if (type < 0xa0) return list(type & 15)
    if (type < 0xc0) return text(type & 31)
    if (type === 0xd9) return text(number(1))
    if (type === 0xdc) return list(number(2))
    if (type === 0xdd) return list(number(4))
    throw new Error(`a frequency list has no MessagePack type ${type}`)
  }
  return next()
}
