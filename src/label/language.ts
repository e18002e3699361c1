/** The language of a passage: franc's margin, then stop words, then its neighbours. `und` is an answer. */
import { isLatin, letterRuns } from '../letters.ts'
import type { Label, Language, LanguageTag } from '../model.ts'
import { createWordTree } from './word-tree.ts'
import { nearerLanguage, type Seen } from './trigrams.ts'

/** Characters franc is shown: beyond them more text changes nothing and costs as much again. */
const sample = 200
/** Where stop words already decide, franc need only concur: its time grows with the text it is shown. */
const glance = 60
/** Below this many characters franc's margin is noise (70 to 89 % right on three words). */
const shortest = 24
/** The gap to the second language, of 1, below which stop words are asked. */
const clearMargin = 0.08
/** So many stop words of one language and a quarter as many of the other leave no doubt. */
const clearLead = 5
/** So many words in small letters without a stop word of either language are in neither; names prove nothing. */
const wordsWithoutStopWord = 10

// Words that languages share stand in the list of each: what counts is the lead of one over another.
const stopWords = {
  en: 'the of and to in that for with was were is are by on as from not their its which have has been this or at an it be',
  es: 'de la que el en y los las del se por con una para su al es como un no sus más mas fue sobre este entre esta lo o son a e',
  pt: 'de que não uma do da dos das são com por pelo pela ao às à é para também foram foi mais mas como o a e os as em um na no nas nos ou se seu sua sobre entre',
  fr: 'de que en un les des une est dans pour qui sur pas par avec ses sont cette au aux du le et la il elle ont leur ces à a ne se son',
  it: 'il di che è per non una sono della dei con gli nel alla più delle degli nella come anche si i le',
} as const
type Counted = keyof typeof stopWords
type Counts = Record<Counted, number> & { small: number }

/** Word → the languages it is a stop word of. */
const languagesOf = new Map<string, Counted[]>()
for (const language of Object.keys(stopWords) as Counted[])
  for (const word of stopWords[language].split(' '))
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])

const treeOfStopWords = createWordTree(languagesOf)

const foreign = { pt: 'Portuguese', fr: 'French', it: 'Italian' } as const

/** Labels each text of a document in order; a text too short to tell takes the language of the nearest that could. */
export function labelLanguages(texts: readonly string[]): Label<LanguageTag>[] {
  const labels = texts.map(detectLanguage)
  const told = labels.flatMap((label, index) =>
    label.by === 'detected' && label.value !== 'und' ? [index] : [],
  )
  let next = 0
  return labels.map((label, index) => {
    while (next < told.length && told[next]! < index) next += 1
    if (label.by !== 'none' || !/\p{L}{2}/u.test(texts[index]!)) return label
    const near = nearest(index, told[next - 1], told[next])
    if (near === undefined) return label
    const { value } = labels[near]!
    return { value, by: 'inherited', evidence: `${label.evidence}; as the passage nearest to it` }
  })
}

function nearest(
  index: number,
  before: number | undefined,
  after: number | undefined,
): number | undefined {
  if (before === undefined || after === undefined) return before ?? after
  return index - before <= after - index ? before : after
}

/** The language of one text by itself; `by: none` where it cannot be told. */
export function detectLanguage(text: string): Label<LanguageTag> {
  const counts = countStopWords(text)
  const other = foreignLanguage(counts)
  if (other !== null) return other
  const lead = counts.en - counts.es
  const best: Language = lead > 0 ? 'en' : 'es'
  const [most, least] = lead > 0 ? [counts.en, counts.es] : [counts.es, counts.en]
  if (most >= clearLead && least * 4 <= most) {
    const seen = nearerLanguage(text.slice(0, glance), shortest)
    if (seen.value === best) return byFranc(seen, counts)
  }
  if (text.length >= shortest) {
    const seen = nearerLanguage(text.slice(0, sample), shortest)
    const agrees = seen.value === best || lead === 0
    if (seen.margin >= clearMargin && agrees) return byFranc(seen, counts)
    if (Math.abs(lead) < 2 && seen.margin >= clearMargin * 2) return byFranc(seen, counts)
  }
  if (Math.abs(lead) >= 2)
    return { value: best, by: 'detected', evidence: `stop words: ${tally(counts)}` }
  return { value: 'und', by: 'none', evidence: 'too short or too mixed to tell' }
}

function byFranc({ value, margin }: Seen, counts: Counts): Label<LanguageTag> {
  const evidence = `franc, margin ${margin.toFixed(2)}; stop words: ${tally(counts)}`
  return { value, by: 'detected', evidence }
}

const tally = ({ en, es }: Counts) => `${en} English, ${es} Spanish`

function countStopWords(text: string): Counts {
  const counts: Counts = { en: 0, es: 0, pt: 0, fr: 0, it: 0, small: 0 }
  const head = text.slice(0, sample)
  if (isLatin(head))
    treeOfStopWords.visit(head, (languages, isSmall) => {
      if (isSmall) counts.small += 1
      if (languages !== undefined) for (const language of languages) counts[language] += 1
    })
  else for (const word of letterRuns(head)) countWord(word, counts)
  return counts
}

function countWord(word: string, counts: Counts): void {
  const lower = word.toLowerCase()
  if (lower === word) counts.small += 1
  for (const language of languagesOf.get(lower) ?? []) counts[language] += 1
}

/** A language that is neither of ours, which franc between the two would call one of them. */
function foreignLanguage(counts: Counts): Label<LanguageTag> | null {
  const ours = Math.max(counts.en, counts.es)
  for (const language of Object.keys(foreign) as (keyof typeof foreign)[])
    if (counts[language] >= 4 && counts[language] > ours * 1.25)
      return {
        value: 'und',
        by: 'detected',
        evidence: `${foreign[language]}: ${counts[language]} stop words`,
      }
  if (ours === 0 && counts.small >= wordsWithoutStopWord)
    return { value: 'und', by: 'detected', evidence: 'no stop word of English or Spanish' }
  return null
}
