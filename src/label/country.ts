/** The country a document is about, by title, headings, file name, furniture and body. */
import type { Label } from '../model.ts'
import { countriesIn, governmentsIn, mentionsIn } from './country-names.ts'

export interface CountryEvidence {
  readonly title: string
  /** Headings in order. */
  readonly headings: readonly string[]
  readonly fileName: string
  readonly furniture: readonly string[]
  readonly body: readonly string[]
}

/** The country of a document by title, headings, file name, furniture, body, in that order; null where they do not say. */
export function labelCountry(evidence: CountryEvidence): Label<string | null> {
  const { title, headings } = evidence
  return (
    onlyOne([title], 'title', anyCountry) ??
    ofGovernment([title, ...headings]) ??
    fromRest(evidence, nameOfFile(evidence.fileName))
  )
}

/** `informe_costa_rica-2019.txt` → `Informe Costa Rica 2019`; short words stay small, so that none stands beside a name. */
function nameOfFile(fileName: string): string {
  return fileName
    .replace(/\.\w{1,5}$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<!\p{L})\p{L}(?=\p{L}{2})/gu, (letter) => letter.toUpperCase())
}

/** The body is read for names only where it is asked: that takes a good part of the time of labelling. */
function fromRest(evidence: CountryEvidence, file: string): Label<string | null> {
  let read: ReturnType<typeof mostNamed> | undefined
  const body = () => {
    if (read === undefined) {
      // What comes back word for word, edition after edition, names its countries once.
      const text = [...new Set(evidence.body)].join(' ').slice(0, bodySample)
      read = mostNamed([...countriesIn(text), ...governmentsIn(text)])
    }
    return read
  }
  const inBody = (country: string) => (body()?.country ?? country) === country
  return (
    onlyOne(evidence.headings.slice(0, 3), 'heading', inBody) ??
    onlyOne([file], 'file name', anyCountry) ??
    onlyOne(evidence.furniture.filter(short), 'furniture', inBody) ??
    fromOpening(evidence.body) ??
    ofBody(body())
  )
}

function ofBody(body: ReturnType<typeof mostNamed>): Label<string | null> {
  return body === null
    ? { value: null, by: 'none', evidence: 'no country stands out in the text' }
    : { value: body.country, by: 'detected', evidence: `named ${body.count} times in the text` }
}

/** Paragraphs that open a report. */
const opening = 3
/** Two countries so near to each other are one subject: `Peru and Chile`. */
const pair = 30
/** Words that may stand before the subject of its first sentence: `The Government of …`, `La República del …`. */
const beforeSubject =
  /^(?:(?:the|la|el|los|las|republic|república|government|gobierno|state|estado|kingdom|reino|of|de|del)[\s,]*){0,5}$/iu

/** A country report opens with its subject: `Peru is a constitutional republic`, `The Government of Peru does not …`. */
function fromOpening(body: readonly string[]): Label<string | null> | null {
  for (const text of body.slice(0, opening)) {
    const [first, second] = mentionsIn(text.slice(0, 120))
    if (first === undefined || !beforeSubject.test(text.slice(0, first.at))) continue
    if (second === undefined || second.at > first.at + pair)
      return {
        value: first.country,
        by: 'detected',
        evidence: `opens with “${text.slice(0, 60)}…”`,
      }
  }
  return null
}

const anyCountry = () => true

/** Characters of the body in which countries are counted: a report names its own early and often. */
const bodySample = 60_000

const short = (text: string) => text.length < 200

/** The first text that names one country only, and one that the body does not belie. */
function onlyOne(
  texts: readonly string[],
  source: string,
  isBelievable: (country: string) => boolean,
): Label<string | null> | null {
  for (const text of texts) {
    const found = new Set(countriesIn(text))
    const country = [...found][0]
    if (found.size === 1 && isBelievable(country!))
      return { value: country!, by: 'detected', evidence: `${source} “${text.slice(0, 80)}”` }
  }
  return null
}

/** A heading about what the government answered names the country whose government it is. */
function ofGovernment(headings: readonly string[]): Label<string | null> | null {
  for (const heading of headings) {
    const country = governmentsIn(heading)[0]
    if (country !== undefined)
      return { value: country, by: 'detected', evidence: `heading “${heading.slice(0, 80)}”` }
  }
  return null
}

/** The country named most, at least twice and twice as often as the next: neighbours are named often too. */
function mostNamed(found: readonly string[]): { country: string; count: number } | null {
  const counts = new Map<string, number>()
  for (const country of found) counts.set(country, (counts.get(country) ?? 0) + 1)
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < 2 || first[1] < (second?.[1] ?? 0) * 2) return null
  return { country: first[0], count: first[1] }
}
