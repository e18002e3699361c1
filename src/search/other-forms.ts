/** Which other spellings a word finds by its stem: what the interpretation line lists. */
import { exactTerm, stemTerm } from '../analyze/analyzer.ts'
import { stem } from '../analyze/stem.ts'
import type { Vocabulary } from '../engine/engine.ts'
import type { Language, LanguageTag } from '../model.ts'
import { createRecent, type Recent } from '../recent.ts'
import type { Reading } from './terms.ts'

/** Most frequent first; more would not be read. */
const formsShown = 8
/** Spellings looked at for them: the most frequent of those that begin alike. */
const formsTried = 40

/** Words whose forms are remembered: readers ask about the same few thousand. */
const MOST_WORDS = 4096
const known = new WeakMap<Vocabulary, Recent<string, readonly string[]>>()

/** Other spellings of the index with the word's stem in the query's language, at most eight. */
export function otherForms(form: string, { census, language, exact }: Reading): readonly string[] {
  if (exact || /[^\p{L}\p{M}]/u.test(form)) return []
  const { vocabulary } = census
  const recent = known.get(vocabulary) ?? createRecent(MOST_WORDS)
  known.set(vocabulary, recent)
  return recent.get(`${language} ${form}`, () => formsOf(form, language, vocabulary))
}

function formsOf(form: string, language: LanguageTag, vocabulary: Vocabulary): readonly string[] {
  const languages: readonly Language[] = language === 'und' ? ['en', 'es'] : [language]
  const found = languages.flatMap((each) => formsIn(each, form, vocabulary))
  return [...new Set(found)]
    .toSorted((left, right) => vocabulary.frequency(right) - vocabulary.frequency(left))
    .slice(0, formsShown)
    .map((term) => term.slice(1))
}

/** Exact terms of the other spellings with the word's stem in one language. */
function formsIn(language: Language, form: string, vocabulary: Vocabulary): string[] {
  const passages = vocabulary.frequency(stemTerm(form, language))
  if (passages === 0) return []
  const own = stem(form, language)
  const found = beginnings(own)
    .flatMap((begin) => vocabulary.withPrefix(exactTerm(begin), formsTried))
    .filter((term) => term.slice(1) !== form && stem(term.slice(1), language) === own)
  // Spelled as the other language does, and not needed to explain where the stem stands: 'nine' is no form of 'niños'.
  const sure = found.filter((term) => !isOfOther(language, term, vocabulary))
  const explained = [exactTerm(form), ...sure].reduce((sum, term) => {
    return sum + vocabulary.frequency(term)
  }, 0)
  return explained >= passages ? sure : found
}

/** Whether a spelling may stand in passages of the other language alone, and makes up much of its stem there. */
function isOfOther(language: Language, term: string, vocabulary: Vocabulary): boolean {
  const there = vocabulary.frequency(stemTerm(term.slice(1), language === 'en' ? 'es' : 'en'))
  const spelled = vocabulary.frequency(term)
  return there >= spelled && 4 * spelled >= there
}

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ' }

/**
 * How spellings with a stem begin: as the stem does but for its last two letters, which may change (happi: happy, center:
 * centre), with no accent or with one. Looking only there spares the stemming of all words that begin with the same two letters.
 */
function beginnings(stemmed: string): string[] {
  const begin = stemmed.slice(0, Math.max(3, stemmed.length - 2))
  const accented = Array.from(begin, (letter, at) =>
    accents[letter] === undefined
      ? begin
      : begin.slice(0, at) + accents[letter] + begin.slice(at + 1),
  )
  return [...new Set([begin, ...accented])]
}
