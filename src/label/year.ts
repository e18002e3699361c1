/** The year of the edition: by title, heading, file name, furniture, body in that order; null rather than a guess. */
import type { Label } from '../model.ts'

/**
 * Four digits by themselves: not part of a longer number, a fraction, a decimal, a document symbol (A/63/2009), or a
 * stretch of years (1980-2000, 2019–20), which is what a report is about.
 */
const year =
  /(?<![\d/.,-]|\d\s|\d\s?[–—]\s?)((?:19|20)\d{2})(?![\d/]|[.,]\d|\s?[-–—]\s?(?:\d{4}|\d{2})(?!\d|-\d))/g
/** `202 3`: a text layer's space inside the number; trusted only in titles. */
const brokenYear = /(?<!\d)(20\d) (\d)(?!\d)/g
/** The names of the twelve months in both languages. */
const monthNames = [
  'january|enero',
  'february|febrero',
  'march|marzo',
  'april|abril',
  'may|mayo',
  'june|junio',
  'july|julio',
  'august|agosto',
  'september|septiembre|setiembre',
  'october|octubre',
  'november|noviembre',
  'december|diciembre',
]
const months = monthNames.join('|')
const monthYear = new RegExp(
  `\\b(?:${months})\\.?,?\\s+(?:\\d{1,2},?\\s+)?(?:del?\\s+)?((?:19|20)\\d{2})\\b`,
  'giu',
)

const dateline = new RegExp(
  `(?:\\b\\d{1,2}(?:º|°|st|nd|rd|th)?\\s+(?:de\\s+)?(?:${months})|\\b(?:${months})\\s+\\d{1,2}),?\\s+(?:del?\\s+)?((?:19|20)\\d{2})\\)?\\.?$`,
  'iu',
)

export interface YearEvidence {
  readonly title: string
  /** Headings of the document in order, and those of them that stand over its first paragraph. */
  readonly headings: readonly string[]
  readonly topHeadings: readonly string[]
  readonly fileName: string
  /** The blocks that stand over the text, whatever they are. */
  readonly head: readonly string[]
  readonly furniture: readonly string[]
  readonly body: readonly string[]
}

/** Dates with a month that a text names, in order; the day, where there is one, is not read. */
export function datesIn(text: string): { year: number; text: string }[] {
  return [...text.matchAll(monthYear)].map((match) => ({ year: Number(match[1]), text: match[0] }))
}

/** Years that a text names, in order. */
export function yearsIn(text: string): number[] {
  return [...text.matchAll(year)].map((match) => Number(match[1]))
}

/** The one year a title or heading names, or null where it names none or several. */
export function yearOfTitle(text: string): number | null {
  const years = new Set(yearsIn(text.replace(brokenYear, '$1$2')))
  return years.size === 1 ? [...years][0]! : null
}

const none: Label<null> = { value: null, by: 'none', evidence: 'the document does not say' }

/** The year of a whole document. */
export function labelYear(evidence: YearEvidence): Label<number | null> {
  const { title, headings, furniture, body } = evidence
  const text = [title, ...headings, ...furniture, ...body].join('\n').slice(0, 400_000)
  return (
    detected(yearOfTitle(title), `title “${title}”`) ??
    firstOf(evidence.topHeadings, 'heading') ??
    fromDateline(evidence.head) ??
    yearAlone(evidence.head) ??
    closingStamp(body) ??
    fromFileName(evidence.fileName, text) ??
    firstOf(furniture.filter(namesReport), 'furniture') ??
    fromAddress(text) ??
    fromReportingPeriod(text) ??
    none
  )
}

function detected(value: number | null, evidence: string): Label<number> | null {
  return value === null ? null : { value, by: 'detected', evidence: evidence.slice(0, 160) }
}

function firstOf(texts: readonly string[], source: string): Label<number> | null {
  for (const text of texts) {
    const value = yearOfTitle(text)
    if (value !== null) return detected(value, `${source} “${text}”`)
  }
  return null
}

/** A short line at the head of a document that ends in a whole date: `Presidencia de la República | 26 de julio de 2019`. */
function fromDateline(head: readonly string[]): Label<number> | null {
  for (const text of head) {
    const match = text.length < 120 ? dateline.exec(text.trim()) : null
    if (match !== null) return detected(Number(match[1]), `dateline “${text.trim()}”`)
  }
  return null
}

const alone =
  /^[([]?(?:(?:a[ñn]o|year|edici[oó]n|edition|gesti[oó]n|ejercicio)\s+)?((?:19|20)\d{2})(?:\s+(?:edition|edici[oó]n))?[)\].]?$/iu

/** A year on a line of its own over the text, as under a title. Several are a menu or a row of a table. */
function yearAlone(head: readonly string[]): Label<number> | null {
  const years = new Set(head.flatMap((text) => alone.exec(text.trim())?.[1] ?? []))
  const [only] = years
  return only === undefined || years.size > 1
    ? null
    : detected(Number(only), `“${only}” by itself over the text`)
}

const reportWords =
  /\b(?:reports?|informes?|memoria|anuario|review|survey|edition|edici[oó]n|presidencia)\b/iu

function namesReport(text: string): boolean {
  return text.length < 300 && reportWords.test(text)
}

/** `… (2015)` at the very end of the text: the edition a digest was taken from. */
function closingStamp(body: readonly string[]): Label<number> | null {
  const match = /\(((?:19|20)\d{2})\)\.?$/.exec(body.at(-1) ?? '')
  return match === null ? null : detected(Number(match[1]), `closes with “${match[0]}”`)
}

/**
 * A year in a file name counts where the text bears it out: it names that year or the one before, since reports are
 * about the year past, or ends the year before that. A whole date (2013-01-02) is as often a sort key, so the text must name that day.
 */
function fromFileName(fileName: string, text: string): Label<number> | null {
  const date = /(?<!\d)((?:19|20)\d{2})[-_.](\d{2})[-_.](\d{2})(?!\d)/.exec(fileName)
  const match = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(fileName)
  if (match === null) return null
  const value = Number(match[1])
  if (date !== null && !namesDay(text, date.slice(1).map(Number))) return null
  const named = yearsIn(text)
  const bornOut =
    named.includes(value) || named.includes(value - 1) || latestOf(named) === value - 2
  return bornOut ? detected(value, `file name “${fileName}”`) : null
}

/** Whether a text names a day in words or figures, in either language's order. */
function namesDay(text: string, [inYear, month, day]: readonly number[]): boolean {
  const names = monthNames[month! - 1] ?? ''
  const inWords = `\\b${day}(?:º|°|st|nd|rd|th)?\\s+(?:de\\s+)?(?:${names}),?\\s+(?:del?\\s+)?${inYear}\\b`
  const monthFirst = `\\b(?:${names})\\s+${day},?\\s+${inYear}\\b`
  const inFigures = `\\b0?${day}[/.-]0?${month}[/.-]${inYear}\\b|\\b${inYear}[/.-]0?${month}[/.-]0?${day}\\b`
  return new RegExp(`${inWords}|${monthFirst}|${inFigures}`, 'iu').test(text)
}

function latestOf(years: readonly number[]): number {
  return years.reduce((latest, value) => Math.max(latest, value), 0)
}

/** An address in the text that names the edition: …/reports/2024-trafficking-in-persons-report/cuba/. */
function fromAddress(text: string): Label<number> | null {
  const match = /https?:\/\/\S{0,200}\/((?:19|20)\d{2})-[a-z-]*reports?[a-z-]*\b/i.exec(text)
  return match === null ? null : detected(Number(match[1]), `address “${match[0]}”`)
}

/** Of a text in lower case. */
const reportingPeriod =
  /\b(?:reporting|rating) period\b|\bper[ií]odo (?:del|de este|que abarca el|que se examina|de) informe/

/** Looked for by its words first: a plain search, many times faster than the pattern. */
function namesPeriod(text: string): boolean {
  const lower = text.toLowerCase()
  const words = ['ing period', 'periodo ', 'período ']
  return words.some((word) => lower.includes(word)) && reportingPeriod.test(lower)
}

/**
 * An annual report that speaks of its reporting period is about the year past and closes early in the next one: the
 * last year that a month dates, where the year before it is named more often and nothing dated is later. (The most
 * named year itself is the edition in only 19 of 1,730 State Department reports, the year before it in 1,378.)
 */
function fromReportingPeriod(text: string): Label<number> | null {
  if (!namesPeriod(text)) return null
  const latest = latestOf(datesIn(text).map((date) => date.year))
  const years = yearsIn(text)
  const count = (value: number) => years.filter((named) => named === value).length
  if (latest === 0 || count(latest - 1) < 3 || count(latest - 1) <= count(latest)) return null
  return detected(
    latest,
    `speaks of its reporting period, mostly ${latest - 1}, running into ${latest}`,
  )
}
