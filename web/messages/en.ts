/** English, the language that defines which messages there are. */
import type { Notice } from '../../src/search/answer.ts'
import { counter } from './plural.ts'
import type { Said } from './said.ts'
import { toolsEn } from './tools-en.ts'

const locale = 'en'
const passages = counter(locale, { one: 'passage', other: 'passages' })
const documents = counter(locale, { one: 'document', other: 'documents' })
const repairs = counter(locale, { one: 'repair', other: 'repairs' })
const matches = counter(locale, { one: 'match', other: 'matches' })
// Making a formatter takes longer than all else on a page: each is made once.
const digits = new Intl.NumberFormat(locale)
const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
const number = (n: number) => digits.format(n)

export const en = {
  locale: 'en' as string,
  ...toolsEn,
  number,
  passages,
  documents,
  repairs,
  matches,
  words: counter(locale, { one: 'word', other: 'words' }),
  problems: counter(locale, { one: 'problem', other: 'problems' }),
  date: (iso: string) => days.format(new Date(iso)),
  percent: (share: number) => shares.format(share),

  /** A notice of the search, which says it in English itself. */
  notice: (_: Notice, sentence: string) => sentence,

  // Every page
  tagline: 'Find the passage, see what it said in other years, quote it so that it stands.',
  skip: 'Skip to the content',
  menu: 'Pages',
  navSearch: 'Search',
  navTrends: 'Trends',
  navQuotes: 'Quotations',
  navCollection: 'Collection',
  navHelp: 'Help',
  navAbout: 'About',
  otherLanguage: 'Español',
  corpusVersion: (version: string) => `Corpus version ${version}`,
  versionWhy: 'Give this version beside any number you quote.',
  languages: { en: 'English', es: 'Spanish', und: 'Language not known' } as Record<string, string>,
  sections: {
    summary: 'Summary',
    recommendations: 'Recommendations',
    prosecution: 'Prosecution',
    protection: 'Protection',
    prevention: 'Prevention',
    profile: 'Trafficking profile',
  } as Record<string, string>,
  unknown: 'not known',

  // Search form
  searchLabel: 'Search the passages',
  searchPlaceholder: 'A word, “an exact phrase”, year:2021 …',
  searchButton: 'Search',
  suggestions: 'Suggestions',
  exactLabel: 'Exactly as typed',
  exactHint: 'no other word forms, accents count',
  crossLabel: 'Only the language typed',
  crossHint: 'leaves out the words of the other language',
  collapseLabel: 'Every duplicate',
  collapseHint: 'shows repeated passages one by one',
  options: 'Options',
  searchHelp: 'How to search',

  // Front page
  frontTitle: 'Search the reports',
  frontHolds: (p: number, d: number) => `${passages(p)} in ${documents(d)}`,
  frontYears: (first: number, last: number) => (first === last ? `${first}` : `${first}–${last}`),
  frontTry: 'Try',
  frontExamples: ['"child victims"', 'shelters year:2021', 'police OR prosecutors', 'víctimas'],
  frontReports: 'The reports',
  frontSections: 'Browse by section',
  frontBrowse: 'Browse all passages',

  // Results
  resultsTitle: (q: string) => (q === '' ? 'All passages' : `${q}`),
  resultsRange: (from: number, to: number, total: number, docs: number) =>
    total === 0
      ? 'No passages found'
      : `${number(from)}–${number(to)} of ${passages(total)} in ${documents(docs)}`,
  resultsPast: (total: number) => `There is no such page: ${passages(total)} in all.`,
  searchedFor: 'Searched for',
  otherForms: counter(locale, { one: 'other form', other: 'other forms' }),
  onlySpelling: (word: string) => `Search only “${word}”, in no other form`,
  accentsIgnored: 'accents ignored',
  crossWords: {
    en: counter(locale, { one: 'English word', other: 'English words' }),
    es: counter(locale, { one: 'Spanish word', other: 'Spanish words' }),
  },
  dropWord: (word: string) => `Search without ${word}`,
  crossOff: 'Search without the other language',
  crossOn: 'Search the other language too',
  didYouMean: 'Did you mean',
  activeFilters: 'Filters in use',
  removeFilter: (name: string) => `Remove the filter ${name}`,
  clearFilters: 'Clear all',
  not: 'not',
  since: (year: string) => `${year} or later`,
  until: (year: string) => `${year} or earlier`,
  sort: 'Sort',
  sortRelevance: 'Best first',
  sortNewest: 'Newest first',
  sortOldest: 'Oldest first',
  perPage: 'On a page',
  apply: 'Apply',
  pagesLabel: 'Pages of results',
  previous: 'Previous',
  next: 'Next',
  page: (n: number) => `Page ${n}`,
  download: 'Download all results',
  zeroTitle: 'Nothing matches all of this',
  zeroRemove: (name: string) => `Search without ${name}`,
  zeroWays: 'These find something:',
  zeroFilters: 'Search without any filter',
  zeroQuery: 'Fewer words, another spelling or word* (any ending) may help.',
  zeroExact: 'Search other word forms too',
  zeroWords: 'Search the words without quotation marks',

  // Facets
  filters: 'Filters',
  facets: {
    year: 'Year',
    section: 'Section',
    lang: 'Language',
    doc: 'Document',
    country: 'Country',
  },
  onlyThis: (name: string, n: number) => `${name}: ${passages(n)}`,
  exclude: (name: string) => `Leave out ${name}`,
  more: (n: number) => `${number(n)} more`,
  findIn: (facet: string) => `Find in ${facet.toLowerCase()}`,
  noneSuch: 'None of that name',
  yearFrom: 'From',
  yearTo: 'to',
  yearsChart: 'Passages by year. Choose a year, or drag over several.',

  // Cards and passages
  pageNumber: (n: number) => `p. ${n}`,
  paragraph: (n: number) => `¶ ${n}`,
  alsoIn: 'Also in',
  otherYears: (n: number) => `Other years (${number(n)})`,
  copyLink: 'Copy link',
  cite: 'Cite',
  copied: 'Copied',
  copyFailed: 'Could not copy',
  collect: 'Collect',
  collectThis: (name: string) => `Collect ${name}`,
  gather: 'Open the selected as a collection',
  preview: 'Whole passage',
  previewLong: 'Read the whole passage',
  repairedNote: (n: number) => `Machine-read text, ${repairs(n)}`,
  inDocument: 'In the document',
  openPassage: 'Open passage',

  // Passage page
  passageOf: (n: number, of: number) => `Passage ${number(n)} of ${number(of)}`,
  before: 'Before it',
  after: 'After it',
  previousPassage: 'Previous passage',
  nextPassage: 'Next passage',
  matchOf: (n: number) => `${matches(n)} of your search`,
  firstMatch: 'Go to the first match',
  nextMatch: 'Next match',
  previousMatch: 'Previous match',
  backToResults: 'Back to the results',
  viewRepaired: 'Repaired',
  viewPrinted: 'As printed',
  viewLabel: 'Text shown',
  repairsTitle: 'What was repaired',
  repairsWhy:
    'The file was read by a machine that misread some letters. Each change is listed; nothing printed is lost.',
  repairPrinted: 'Printed',
  repairAfter: 'Repaired',
  repairRule: 'Why',
  repairSure: 'Sure',
  offersTitle: 'Likely, but not changed',
  versionsTitle: 'In other years',
  versionSame: 'the same words',
  versionRevised: 'revised',
  versionNone: 'No version of this passage was found in other years.',
  thisYear: 'this passage',
  compareWith: (year: string) => `Compare with ${year}`,
  diffTitle: (a: string, b: string) => `${a} compared with ${b}`,
  diffLegend: 'Struck out: only in the first. Underlined: only in the second.',
  diffClose: 'Close the comparison',
  removed: 'removed',
  added: 'added',
  citeTitle: 'Cite this passage',
  copyQuotation: 'Copy quotation and citation',
  copy: 'Copy',
  copyNamed: (name: string) => `Copy ${name}`,
  downloadAs: 'Download for a reference manager',
  permalink: 'Permanent link',
  fingerprint: 'Fingerprint of the printed text (SHA-256)',
  selectorsTitle: 'For machines: selectors and fingerprint',
  labelsTitle: 'How we know',
  by: {
    declared: 'declared',
    detected: 'read in the document',
    inherited: 'from its neighbours',
    none: 'not known',
  },
  sourceFile: 'Source file',
  characters: (start: number, end: number) => `characters ${number(start)}–${number(end)}`,

  versionNotYet: 'not yet there',
  versionDropped: 'no longer there',
  compareDocuments: 'Compare the documents',
  inOtherLanguage: 'In the other language:',
  sideBySide: 'side by side',
  bibliography: 'bibliography',
  checkedLink: 'Link that checks the words',
  changedTitle: 'The words behind this link have changed',
  changedText: (version: string) =>
    `This link was made for words that corpus version ${version} had. The nearest passage of the document stands below, with what changed.`,
  fingerprintWrong:
    'The words here are not the ones this link was made for: their fingerprint is another.',
  fingerprintRight: 'These are the very words this link was made for.',
  goneText: (version: string) =>
    `Its words stood in the document until corpus version ${version}. Nothing like them is there now.`,
  goneWords: 'It said',

  // Errors
  errorTitle: 'Something went wrong',
  notFoundTitle: 'Not here',
  notFoundText: 'There is nothing at this address.',
  notFoundRemedy: 'Search for its words instead:',
  goneTitle: 'This passage is gone',
  loadingTitle: 'Getting ready',
  loadingText: 'The index is being opened. Try again in a moment.',
  errorText: 'The fault is ours. Nothing you typed is lost: go back and try again.',
}

/** What every language must say. */
export type Messages = Said<typeof en>
