/** `npm run train:ocr`: makes what src/data holds of Spanish, from clean text, a dictionary, and pages with their truth. */
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { asset } from '../assets.ts'
import { serializeContext } from '../normalize/context.ts'
import { encodeShare, serializeWords } from '../normalize/lexicon.ts'
import { openWordGraph, wordNumber } from '../normalize/word-graph.ts'
import { sharedPath } from '../shared-data.ts'
import { accentGroups, trainContext } from './context-training.ts'
import { buildWordGraph, lettersOf, sortByCode } from './graph-builder.ts'
import { countMisreadings } from './misreading-counts.ts'
import { realPages, renderedPages, seedPages } from './pages.ts'
import { countWords, dictionaryForms } from './word-lists.ts'

const CONTEXT_WEIGHTS = 40_000

const path = sharedPath('eval/train/es-legislation.txt')
if (!path) throw new Error('no text to learn from: eval/train/es-legislation.txt is missing')
const text = readFileSync(path, 'utf8').normalize('NFC')

const forms = dictionaryForms()
const counts = countWords(text)
const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
const steps = { words: trainWords, context: trainWeights, misreadings: trainTable }
const wanted = process.argv.slice(2)
for (const [name, step] of Object.entries(steps))
  if (wanted.length === 0 || wanted.includes(name)) process.stdout.write(`${step()}\n`)

function trainWords(): string {
  const words = [...forms]
  const letters = lettersOf(words)
  const sorted = sortByCode(words, letters)
  const { edges, root } = buildWordGraph(sorted, letters)
  const graph = openWordGraph(letters, edges, root)
  const shares = new Uint8Array(sorted.length)
  for (const word of sorted)
    shares[wordNumber(graph, word)] = encodeShare((counts.get(word) ?? 0) / total)
  const packed = brotliCompressSync(serializeWords(graph, shares))
  writeFileSync(asset('spanish-words.br'), packed)
  return `${sorted.length} words, ${packed.length} bytes`
}

function trainWeights(): string {
  const groups = accentGroups(forms)
  const model = trainContext([text], groups, { counts, total, size: CONTEXT_WEIGHTS })
  const packed = brotliCompressSync(serializeContext(model))
  writeFileSync(asset('spanish-context.br'), packed)
  return `${model.hashes.length} weights, ${packed.length} bytes`
}

function trainTable(): string {
  const pages = [...renderedPages(), ...realPages(), ...seedPages()]
    .filter((page) => page.language === 'es' && page.engine === 'eng')
    .map((page) => ({ read: page.raw, truth: page.gold }))
  const rows = [...countMisreadings(pages)]
    .filter(([key]) => isGeneral(key))
    .toSorted((a, b) => b[1][0] - a[1][0])
  const lines = rows.map(([key, [count, of]]) => `${key}\t${count}\t${of}`)
  writeFileSync(asset('misreadings.tsv'), `${['#truth\tread\tcount\tof', ...lines].join('\n')}\n`)
  return `${lines.length} misreadings`
}

/** Accented letters whatever they became; of other letters only what an English reader confuses anywhere. */
function isGeneral(key: string): boolean {
  const [truth = '', read = ''] = key.split('\t')
  if (!/^[\p{L}\p{N}]+$/u.test(truth) || !/^[\p{L}\p{N}(]+$/u.test(read)) return false
  if (/^[áéíóúüñ]$/.test(truth)) return true
  return ['o\t0', 'l\tI', 'i\tI', 'l\t1', 'q\tg'].includes(key)
}
