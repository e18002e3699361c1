/** `npm run train:ocr -- TEXT`: makes src/data/spanish-words.br from a clean Spanish text and dictionary-es. */
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { asset } from '../assets.ts'
import { encodeShare, serializeLexicon } from '../normalize/lexicon.ts'
import { openWordGraph, wordNumber } from '../normalize/word-graph.ts'
import { sharedPath } from '../shared-data.ts'
import { buildWordGraph, lettersOf, sortByCode } from './graph-builder.ts'
import { countWords, dictionaryForms } from './word-lists.ts'

const path = process.argv[2] ?? sharedPath('eval/train/es-legislation.txt')
if (!path) throw new Error('no text to learn from: name one')

const forms = dictionaryForms()
const counts = countWords(readFileSync(path, 'utf8'))
const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
const words = [...forms]
const letters = lettersOf(words)
const sorted = sortByCode(words, letters)
const { edges, root } = buildWordGraph(sorted, letters)
const graph = openWordGraph(letters, edges, root)
const shares = new Uint8Array(sorted.length)
for (const word of sorted)
  shares[wordNumber(graph, word)] = encodeShare((counts.get(word) ?? 0) / total)

const packed = brotliCompressSync(serializeLexicon(graph, shares))
writeFileSync(asset('spanish-words.br'), packed)
process.stdout.write(`${sorted.length} words, ${packed.length} bytes\n`)
