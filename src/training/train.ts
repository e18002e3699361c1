/** `npm run train:ocr`: makes what src/data holds of Spanish, from clean text, a dictionary, and pages with their truth. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { asset } from '../load/assets.ts'
import { loadLexicon } from '../load/lexicon.ts'
import { encodeShare, serializeWords } from '../normalize/lexicon.ts'
import { serializeWeights, type SparseWeights } from '../normalize/sparse-weights.ts'
import { openWordGraph, wordNumber } from '../normalize/word-graph.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { calibrationRows, fitCalibration, uncalibratedChanges } from './confidence-training.ts'
import { accentGroups, trainContext } from './context-training.ts'
import { readFrequencies } from './frequency-list.ts'
import { buildWordGraph, lettersOf, sortByCode } from '../normalize/graph-builder.ts'
import { misreadingRows } from './misreading-counts.ts'
import { realPages, renderedPages, seedPages } from './pages.ts'
import { trainSlots } from './slot-training.ts'
import {
  countWords,
  dictionaryForms,
  gerundsWithPronouns,
  lowerSlips,
  raisePastTenses,
  unlistedWords,
  wordsAtLarge,
} from './word-lists.ts'

const CONTEXT_WEIGHTS = 300_000
const SLOT_WEIGHTS = 100_000

/**
 * Law has few of the narrative tenses that reports are written in, so state reports and observations count as well,
 * each of their words so many times.
 */
const NARRATIVE_WEIGHT = 4

const law = readTexts(['eval/train/es-legislation.txt'], /./)
const narrative = readTexts(
  ['eval/corpora/uy-es', 'eval/documents/other-es'],
  /^(?!cr-plan).*\.txt$/,
)
if (law.length === 0)
  throw new Error('no text to learn from: eval/train/es-legislation.txt is missing')

const dictionary = dictionaryForms()
const counts = countWords(law.join('\n'))
for (const [word, count] of countWords(narrative.join('\n')))
  counts.set(word, (counts.get(word) ?? 0) + count * NARRATIVE_WEIGHT)
const atLarge = readFrequencies(option('frequencies'))
const forms = new Set([
  ...dictionary,
  ...gerundsWithPronouns(dictionary),
  ...unlistedWords(counts, dictionary),
])
for (const word of wordsAtLarge(atLarge, forms)) forms.add(word)
mixIn(counts, atLarge)
raisePastTenses(counts, forms)
lowerSlips(counts, forms)
const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
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
  const given = { forms, groups: accentGroups(forms), counts, total }
  const slots = trainSlots([...law, ...narrative], { ...given, size: SLOT_WEIGHTS })
  const texts = [
    ...law.map((text) => ({ text, weight: 1 })),
    ...narrative.map((text) => ({ text, weight: NARRATIVE_WEIGHT })),
  ]
  const context = trainContext(texts, { ...given, slots, size: CONTEXT_WEIGHTS })
  return `${writeWeights('verb-slots', slots)}; ${writeWeights('context', context)}`
}

function writeWeights(name: string, model: SparseWeights): string {
  const packed = brotliCompressSync(serializeWeights(model))
  writeFileSync(asset(`spanish-${name}.br`), packed)
  return `${name}: ${model.weights.filter((weight) => weight !== 0).length} weights, ${packed.length} bytes`
}

const damagedPages = () =>
  [...renderedPages(), ...realPages(), ...seedPages()].filter(
    (page) => page.language === 'es' && page.engine === 'eng',
  )

function trainTable(): string {
  const table = misreadingRows(damagedPages())
  writeFileSync(asset('misreadings.tsv'), table)
  return `${table.split('\n').length - 2} misreadings`
}

/** Half of what is counted of a word comes from our texts, half from Spanish at large. */
function mixIn(counted: Map<string, number>, shares: ReadonlyMap<string, number>): void {
  const all = [...counted.values()].reduce((sum, count) => sum + count, 0)
  for (const [word, share] of shares) counted.set(word, (counted.get(word) ?? 0) + share * all)
}

function trainConfidence(): string {
  const lexicon = loadLexicon()
  const changes = uncalibratedChanges(damagedPages(), lexicon)
  const rows = calibrationRows(fitCalibration(changes, lexicon))
  writeFileSync(asset('confidence.tsv'), rows)
  return rows
}

/** The texts of files, or of the files in folders whose names match, composed to NFC. */
function readTexts(paths: readonly string[], name: RegExp): string[] {
  return paths.flatMap((relative) => {
    const path = sharedPath(relative)
    if (!path) return []
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((file) => name.test(file))
          .map((file) => `${path}/${file}`)
      : [path]
    return files.map((file) => readFileSync(file, 'utf8').normalize('NFC'))
  })
}

/** The value of `--name VALUE`. */
function option(name: string): string {
  const value = process.argv[process.argv.indexOf(`--${name}`) + 1]
  if (!process.argv.includes(`--${name}`) || !value)
    throw new Error(`--${name} FILE is missing: see src/data/README.md`)
  return value
}

const steps = {
  words: trainWords,
  context: trainWeights,
  misreadings: trainTable,
  confidence: trainConfidence,
}
const wanted = process.argv.slice(2).filter((word) => word in steps)
for (const [name, step] of Object.entries(steps))
  if (wanted.length === 0 || wanted.includes(name)) process.stdout.write(`${step()}\n`)
