/** The language of a passage: franc's margin, then stop words, then its neighbours. `und` is an answer. */
import { francAll } from 'franc'
import type { Label, LanguageTag } from '../model.ts'

/** franc reads trigrams; beyond this many characters more text changes nothing and costs as much again. */
const sample = 360
/** Below this many characters franc's margin is noise (70 to 89 % right on three words). */
const shortest = 24
/** The gap to the second language, of 1, below which stop words are asked. */
const clearMargin = 0.08

const stopWords = {
  en: 'the of and to in that for with was were is are by on as from not their its which have has been this or at an it be',
  es: 'de la que el en y los las del se por con una para su al es como un no sus más mas fue sobre este entre esta lo o son',
  pt: 'não uma dos das são com pelo pela ao às também foram mais como os em um na no nas nos ou seu sua',
  fr: 'les des une est dans pour qui sur pas par avec ses sont cette au aux du le et la il elle ont leur ces',
} as const
const sets = Object.entries(stopWords).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
)

/** Labels each text of a document in order; a text too short to tell takes the language of the nearest that could. */
export function labelLanguages(texts: readonly string[]): Label<LanguageTag>[] {
  const labels = texts.map(detectLanguage)
  return labels.map((label, index) => (label.by === 'none' ? inherit(labels, index, texts) : label))
}

function inherit(
  labels: readonly Label<LanguageTag>[],
  index: number,
  texts: readonly string[],
): Label<LanguageTag> {
  if (!/\p{L}{2}/u.test(texts[index]!)) return labels[index]!
  for (let step = 1; step < labels.length; step++)
    for (const near of [labels[index - step], labels[index + step]])
      if (near !== undefined && near.by === 'detected' && near.value !== 'und')
        return {
          value: near.value,
          by: 'inherited',
          evidence: 'too short to tell; as its neighbours',
        }
  return labels[index]!
}

/** The language of one text by itself; `by: none` where it is too short to tell. */
export function detectLanguage(text: string): Label<LanguageTag> {
  const counts = countStopWords(text)
  const foreign = foreignLanguage(counts)
  if (foreign !== null) return foreign
  const lead = counts.en - counts.es
  if (text.length < shortest) {
    if (Math.abs(lead) >= 2) return byStopWords(counts, lead > 0 ? 'en' : 'es')
    return { value: 'und', by: 'none', evidence: 'too short to tell' }
  }
  const [first, second] = francAll(text.slice(0, sample), {
    only: ['eng', 'spa'],
    minLength: shortest,
  })
  const margin = (first?.[1] ?? 0) - (second?.[1] ?? 0)
  const best: LanguageTag = first?.[0] === 'eng' ? 'en' : first?.[0] === 'spa' ? 'es' : 'und'
  const agree = best === 'en' ? lead >= 0 : lead <= 0
  if (best !== 'und' && margin >= clearMargin && agree)
    return { value: best, by: 'detected', evidence: `franc, margin ${margin.toFixed(2)}` }
  if (Math.abs(lead) >= 2) return byStopWords(counts, lead > 0 ? 'en' : 'es')
  if (best !== 'und' && margin >= clearMargin * 2)
    return { value: best, by: 'detected', evidence: `franc, margin ${margin.toFixed(2)}` }
  return { value: 'und', by: 'none', evidence: `franc undecided, margin ${margin.toFixed(2)}` }
}

interface Counts {
  en: number
  es: number
  pt: number
  fr: number
}

function countStopWords(text: string): Counts {
  const counts = { en: 0, es: 0, pt: 0, fr: 0 }
  for (const [word] of text
    .slice(0, sample)
    .toLowerCase()
    .matchAll(/\p{L}+/gu))
    for (const [language, words] of sets) if (words.has(word)) counts[language as keyof Counts] += 1
  return counts
}

function byStopWords(counts: Counts, language: 'en' | 'es'): Label<LanguageTag> {
  return {
    value: language,
    by: 'detected',
    evidence: `stop words: ${counts.en} English, ${counts.es} Spanish`,
  }
}

/** Portuguese or French: neither of ours, and franc restricted to two languages would call it Spanish. */
function foreignLanguage(counts: Counts): Label<LanguageTag> | null {
  const ours = Math.max(counts.en, counts.es)
  for (const [language, name] of [
    ['pt', 'Portuguese'],
    ['fr', 'French'],
  ] as const)
    if (counts[language] >= 4 && counts[language] > ours * 1.25)
      return { value: 'und', by: 'detected', evidence: `${name}: ${counts[language]} stop words` }
  return null
}
