/** What a malformed part of a query became, and what was not found, in plain words. */
import type { Facet } from '../model.ts'
import type { Notice } from './answer.ts'
import type { WarningKey } from './lexer.ts'

const sentences: Readonly<Record<WarningKey, (text: string) => string>> = {
  'unclosed-quote': (text) => `A quotation mark is not closed; read as words: ${text}`,
  'empty-quote': (text) => `There are no words between the quotation marks: ${text}`,
  'unclosed-parenthesis': () => 'A parenthesis is not closed; it was closed at the end',
  'stray-parenthesis': () => 'A closing parenthesis opens nowhere; it was passed over',
  'empty-parenthesis': () => 'There is nothing between the parentheses; they were passed over',
  'dangling-operator': (text) => `“${text}” joins nothing here; read as text`,
  'dangling-near': (text) => `“${text}” needs a word or a phrase on either side; passed over`,
  'unknown-field': (text) =>
    `There is no such field; read as text: ${text}. Fields are year, section, lang, doc and country`,
  'empty-field': (text) =>
    `“${text}:” has no value; read as text. The value follows the colon without a space`,
  'bad-value': (text) => `The value cannot be read; searched as text: ${text}`,
  'too-deep': (text) => `Parentheses nest deeper than ${text}; the inner ones were passed over`,
  'no-words': (text) => `There is no word to search for in “${text}”; these are all passages`,
  'too-many-near': (text) =>
    `More than ${text} words cannot be searched near one another; read without that`,
  'too-many-patterns': (text) =>
    `A query has at most ${text} words with * or ? or ~; the others were read as plain words`,
  'too-long': (text) => `The query is longer than ${text} characters; the rest was passed over`,
}

const names: Readonly<Record<Facet, string>> = {
  year: 'year',
  section: 'section',
  lang: 'language',
  doc: 'document',
  country: 'country',
}

/** A notice as an English sentence. */
export function noticeText(notice: Notice): string {
  switch (notice.key) {
    case 'unknown-word':
      return notice.taken.length > 0
        ? `No passage has “${notice.text}”; searched as ${notice.taken.map((word) => `“${word}”`).join(', ')}`
        : `No passage has “${notice.text}”`
    case 'coverage':
      return `Shown are passages with at least ${notice.matched} of the ${notice.of} words`
    case 'unknown-value':
      return `No passage has the ${names[notice.facet]} “${notice.text}”. There is: ${notice.known.join(', ')}`
    case 'filter':
      return notice.total === 1
        ? `Without the filter ${notice.filter} there is 1 passage`
        : `Without the filter ${notice.filter} there are ${notice.total} passages`
    default:
      return sentences[notice.key](notice.text)
  }
}
