/** English for the pages of documents and tools. */
import { counter } from './plural.ts'

const locale = 'en'
const passages = counter(locale, { one: 'passage', other: 'passages' })
const documents = counter(locale, { one: 'document', other: 'documents' })
const repairs = counter(locale, { one: 'repair', other: 'repairs' })
const matches = counter(locale, { one: 'match', other: 'matches' })
const digits = new Intl.NumberFormat(locale)
const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
const number = (n: number) => digits.format(n)

export const toolsEn = {
  // Why a repair was made, by its rule
  repairRules: {
    'lost-accent': 'the accent was lost',
    'accent-by-context': 'the sentence asks for this accent',
    'misread-vowel': 'an accented vowel was read as another sign',
    'misread-enye': 'ñ was read as other letters',
    'misread-letter': 'one letter was read as another',
    'zero-width': 'an invisible sign inside a word',
    'soft-hyphen': 'a hyphen only for the line end',
    'decomposed-accent': 'letter and accent were two signs',
    ligature: 'joined letters were one sign',
    mojibake: 'the text was decoded wrongly',
    bullet: 'the mark of a list item',
    'closing-quote': 'a quotation mark was read as another sign',
    'lone-zero': 'a zero stands for a letter o',
    'lost-ti': 'the letters ti were one lost sign',
    'rn-m': 'm was read as rn',
    'lost-letter': 'an accented letter was not read at all',
    'english-ending': 'an English word was read for a Spanish one',
    'glued-words': 'two words were read as one',
    'opening-mark': 'the mark before a question was read as a letter',
  } as Record<string, string>,
  // Document page
  outline: 'In this document',
  findHere: 'Find in this document',
  findButton: 'Find',
  foundHere: (m: number, p: number) =>
    m === 0 ? 'No match in this document' : `${matches(m)} in ${passages(p)}`,
  documentFacts: 'About this document',
  furnitureTitle: 'Set aside as page furniture',
  linkTo: (n: number) => `Link to passage ${n}`,
  compareDocument: 'Compare with',
  publisher: 'Publisher',
  author: 'Author',
  format: 'Format',
  encoding: 'Encoding',
  damage: 'Text damage',
  damageClean: 'none found',
  damageRate: (share: string, r: number, o: number) =>
    `${share} of words changed: ${repairs(r)}${o > 0 ? `, ${number(o)} more offered` : ''}`,
  readProgress: 'Reading progress',
  sourceAt: 'At its source',

  // About
  aboutTitle: 'About this collection',
  aboutLead: (p: number, d: number, w: string) => `${passages(p)} in ${documents(d)}, ${w} words.`,
  aboutDocuments: 'Documents',
  aboutProblems: 'Problems found while reading',
  aboutNoProblems: 'No problems were found while reading the documents.',
  aboutVersion: 'Version',
  aboutBuilt: 'Built',
  aboutAnalyzer: 'Analyzer',
  aboutApi: 'Programs can ask the same questions:',
  aboutApiName: 'description of the interface (OpenAPI 3.1)',
  aboutLanguageMix: 'Languages',
  colTitle: 'Title',
  colYear: 'Year',
  colCountry: 'Country',
  colLanguage: 'Language',
  colPassages: 'Passages',
  colSectioned: 'With a section',
  colRepairs: 'Repairs',

  // Trends
  decimal: (n: number) => decimals.format(n),
  trendLead: 'How often words were written, year by year.',
  trendTerm: (n: number) => `Term ${n}`,
  trendByCountry: 'By country',
  trendButton: 'Count',
  trendTable: 'Mentions by term and year',
  trendColTerm: 'Term',
  trendColMentions: 'Mentions',
  trendColWords: 'Words in all',
  trendColRate: 'Per 100,000 words',
  trendCaption: 'Mentions per 100,000 words',
  trendHow:
    'Each repeated passage counts once. The rate is mentions divided by all words of that year.',
  trendContexts: 'In their context',

  // Comparing documents
  compareTitle: (a: string, b: string) => `${a} → ${b}`,
  compareWords: (removed: number, added: number) =>
    `${number(removed)} words removed, ${number(added)} added.`,
  compareSwap: 'The other way round',
  compareFirst: 'First document',
  compareSecond: 'Second document',
  compareButton: 'Compare',
  downloadTable: 'Download the table:',
  rowKinds: {
    same: 'Same words',
    revised: 'Revised',
    split: 'Split',
    merged: 'Merged',
    reworked: 'Reworked',
    dropped: 'Dropped',
    new: 'New',
  },
  rowMoved: 'moved to another section',

  // Collection
  collectionEmpty: 'Nothing here yet. Tick “Collect” under a passage to gather it.',
  collectionMissing: 'No longer in the corpus:',
  collectionSave: 'Save notes and order',
  collectionKeep: 'Keep in my collection',
  collectionShare:
    'The address of this page holds passages, order and notes: copy it to share the collection. Your own is kept in this browser only.',
  note: 'Note',
  moveUp: 'Move up',
  moveDown: 'Move down',
  takeOut: 'Take out',
  briefTitle: 'Collected passages',
  exportBrief: 'Download as a brief with citations:',

  // Quotations
  quotesTitle: 'Check quotations',
  quotesLead:
    'Paste a sentence or a whole draft. Each quotation is looked up word for word; nothing is kept.',
  quotesPaste: 'Text to check',
  quotesYear: 'It quotes the year (optional)',
  quotesButton: 'Check',
  quotesFound: counter(locale, { one: 'quotation', other: 'quotations' }),
  quotesDiff: 'Struck out: as you have it. Underlined: as the report has it.',
  quotesRunsOn: 'and the passage after it',
  quoteStatus: {
    exact: 'Exact',
    repaired: 'Exact in the repaired text',
    altered: 'Altered',
    'other-year': 'Exact, but of another year',
    'not-found': 'Not found',
  },
}
