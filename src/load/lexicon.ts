/** Reads the Spanish lexicon that ships with the code, once, when a document first needs it. */
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { asset } from './assets.ts'
import { parseLexicon, type Lexicon } from '../normalize/lexicon.ts'

let loaded: Lexicon | undefined

/** The lexicon; the first call reads and unpacks it (some 30 ms), later ones give the same object. */
export function loadLexicon(): Lexicon {
  loaded ??= parseLexicon({
    words: brotliDecompressSync(readFileSync(asset('spanish-words.br'))),
    context: brotliDecompressSync(readFileSync(asset('spanish-context.br'))),
    slots: brotliDecompressSync(readFileSync(asset('spanish-verb-slots.br'))),
    misreadings: readFileSync(asset('misreadings.tsv'), 'utf8'),
    calibration: readFileSync(asset('confidence.tsv'), 'utf8'),
  })
  return loaded
}
