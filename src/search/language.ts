/** Which language a query is in: from its function words, its letters, the reviewed word lists and the index. */
import { stemTerm } from '../analyze/analyzer.ts'
import { isStopWord } from '../analyze/stop-words.ts'
import type { Language, LanguageTag } from '../model.ts'
import type { Translator } from '../translate/translate.ts'
import type { Census } from './census.ts'

/** How much more frequent a word must be among the passages of one language to speak for it. */
const clearRatio = 3

/** What tells the language of words. */
interface Evidence {
  readonly census: Census
  readonly translator: Pick<Translator, 'knows'> | null
}

/** `und` where the words do not say: names, numbers, words of both languages. */
export function queryLanguage(
  query: string,
  words: readonly string[],
  evidence: Evidence,
): LanguageTag {
  let lead = /[¿¡ñ]/iu.test(query) ? -2 : /[áéíóúü]/iu.test(query) ? -1 : 0
  for (const word of words) lead += leadOf(word, evidence)
  return Math.abs(lead) < 0.5 ? 'und' : lead > 0 ? 'en' : 'es'
}

/** Above 0 for English, below for Spanish. */
function leadOf(word: string, { census, translator }: Evidence): number {
  const common = Number(isStopWord(word, 'en')) - Number(isStopWord(word, 'es'))
  if (common !== 0) return common
  const listed = translator ? translator.knows(word, 'en') - translator.knows(word, 'es') : 0
  if (listed !== 0) return 0.7 * Math.sign(listed)
  return indexLead(word, census)
}

/** Where the index has the word. That passages lack it says nothing where there are none of their language. */
function indexLead(word: string, census: Census): number {
  if (census.passages.en === 0 || census.passages.es === 0) return 0
  const share = (language: Language) =>
    census.vocabulary.frequency(stemTerm(word, language)) / Math.max(1, census.passages[language])
  const [english, spanish] = [share('en'), share('es')]
  if (english === spanish) return 0
  if (english === 0 || spanish === 0) return english > 0 ? 0.7 : -0.7
  if (english > clearRatio * spanish) return 0.5
  return spanish > clearRatio * english ? -0.5 : 0
}
