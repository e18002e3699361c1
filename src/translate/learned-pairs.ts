/** Pairs of words learned from sentence pairs, as a file. */
import type { LearnedPair } from './learn.ts'

/** Tab-separated lines `en, es, P(es|en), P(en|es)`, words in their most usual spelling. */
export function printLearnedPairs(pairs: readonly LearnedPair[]): string {
  const lines = pairs.map(({ en, es, toSpanish, toEnglish }) =>
    [en, es, toSpanish.toFixed(2), toEnglish.toFixed(2)].join('\t'),
  )
  return ['en\tes\tto_es\tto_en', ...lines, ''].join('\n')
}

export function parseLearnedPairs(tsv: string): LearnedPair[] {
  return tsv
    .trimEnd()
    .split(/\r?\n/u)
    .slice(1)
    .map((line) => {
      const [en = '', es = '', toSpanish, toEnglish] = line.split('\t')
      return { en, es, toSpanish: Number(toSpanish), toEnglish: Number(toEnglish) }
    })
}
