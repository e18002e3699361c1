/** What a malformed part of a query became, in plain words. */
import type { Warning, WarningKey } from './lexer.ts'

const sentences: Readonly<Record<WarningKey, (text: string) => string>> = {
  'unclosed-quote': (text) => `A quotation mark is not closed; read as words: ${text}`,
  'empty-quote': (text) => `There are no words between the quotation marks: ${text}`,
  'unclosed-parenthesis': () => 'A parenthesis is not closed; it was closed at the end',
  'stray-parenthesis': () => 'A closing parenthesis opens nowhere; it was passed over',
  'dangling-operator': (text) => `“${text}” joins nothing here; read as text`,
  'unknown-field': (text) =>
    `There is no such field; read as text: ${text}. Fields are year, section, lang, doc and country`,
  'bad-value': (text) => `The value cannot be read; searched as text: ${text}`,
  'too-deep': (text) => `Parentheses nest deeper than ${text}; the inner ones were passed over`,
  'too-long': (text) => `The query is longer than ${text} characters; the rest was passed over`,
}

/** A warning as an English sentence. */
export function warningText({ key, text }: Warning): string {
  return sentences[key](text)
}
