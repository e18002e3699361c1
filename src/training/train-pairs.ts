/**
 * Makes src/data/learned-pairs.tsv: word pairs from the sentence pairs of the shared data (United Nations texts whose
 * accents are gone), spelled as Peruvian law most often spells them. Some 40 s. Weights only: no sentence is kept.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { stemTerm } from '../analyze/analyzer.ts'
import { fold } from '../analyze/stem.ts'
import { isStopWord } from '../analyze/stop-words.ts'
import { tokenize } from '../analyze/tokenize.ts'
import { asset } from '../load/assets.ts'
import { UserError } from '../errors.ts'
import type { Language } from '../model.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { learnPairs } from '../translate/learn.ts'
import { printLearnedPairs } from '../translate/learned-pairs.ts'

const sentences = read('eval/parallel/un-en-es.tsv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
const accented = usualSpellings(read('eval/train/es-legislation.txt').toLowerCase())
const spellings = new Map<string, Map<string, number>>()

const learned = learnPairs(
  sentences.map(([, en = '', es = '']) => ({ en: terms(en, 'en'), es: terms(es, 'es') })),
  { iterations: 8, minimumCount: 2, minimumConfidence: 0.15 },
)
const pairs = learned
  .map(({ en, es, ...weights }) => ({ en: spelling(en), es: spelling(es), ...weights }))
  .map((pair) => ({ ...pair, es: accented.get(pair.es) ?? pair.es }))
  .filter(({ en, es }) => en !== es && !/\d/u.test(en + es))
writeFileSync(asset('learned-pairs.tsv'), printLearnedPairs(pairs))
process.stdout.write(`${pairs.length} pairs\n`)

function read(relative: string): string {
  const path = sharedPath(relative)
  if (path === null) {
    throw new UserError('file-missing', `${relative} is not there`, 'Put the shared data beside.')
  }
  return readFileSync(path, 'utf8')
}

/** The stem terms of a sentence without stop words; counts how each is spelled. */
function terms(sentence: string, language: Language): string[] {
  return tokenize(sentence.toLowerCase())
    .filter(({ form }) => !isStopWord(form, language))
    .map(({ form }) => {
      const term = stemTerm(form, language)
      count(spellings, term, form)
      return term
    })
}

/** The most frequent spelling of a stem. */
function spelling(term: string): string {
  return mostFrequent(spellings.get(term) ?? new Map())
}

/** By word without accents, its most frequent spelling with them. */
function usualSpellings(text: string): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const [word] of text.matchAll(/\p{L}+/gu)) count(counts, fold(word), word)
  return new Map([...counts].map(([folded, words]) => [folded, mostFrequent(words)]))
}

function count(counts: Map<string, Map<string, number>>, key: string, word: string): void {
  const words = counts.get(key) ?? new Map<string, number>()
  counts.set(key, words)
  words.set(word, (words.get(word) ?? 0) + 1)
}

function mostFrequent(words: ReadonlyMap<string, number>): string {
  return [...words].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}
