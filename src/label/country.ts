/** The country a document is about, by title, headings, file name, furniture and body. */
import type { Label } from '../model.ts'
import { countriesIn, governmentsIn } from './country-names.ts'

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
  const file = evidence.fileName
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
  return onlyOne([title], 'title', null) ?? ofGovernment(headings) ?? fromRest(evidence, file)
}

/** What is asked only where title and headings do not say, since reading the body for names takes time. */
function fromRest(evidence: CountryEvidence, file: string): Label<string | null> {
  const text = evidence.body.join(' ').slice(0, bodySample)
  const body = mostNamed([...countriesIn(text), ...governmentsIn(text)])
  const bodyCountry = body?.country ?? null
  return (
    onlyOne(evidence.headings.slice(0, 3), 'heading', bodyCountry) ??
    onlyOne([file], 'file name', null) ??
    onlyOne(evidence.furniture.filter(short), 'furniture', bodyCountry) ??
    (body === null
      ? { value: null, by: 'none', evidence: 'no country stands out in the text' }
      : { value: body.country, by: 'detected', evidence: `named ${body.count} times in the text` })
  )
}

/** Characters of the body in which countries are counted: a report names its own early and often. */
const bodySample = 60_000

const short = (text: string) => text.length < 200

/** The first text that names one country only, and none other than the one that stands out in the body. */
function onlyOne(
  texts: readonly string[],
  source: string,
  body: string | null,
): Label<string | null> | null {
  for (const text of texts) {
    const found = new Set(countriesIn(text))
    const country = [...found][0]
    if (found.size === 1 && (body === null || country === body))
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

/** The country named most, at least twice and half as often again as the next. */
function mostNamed(found: readonly string[]): { country: string; count: number } | null {
  const counts = new Map<string, number>()
  for (const country of found) counts.set(country, (counts.get(country) ?? 0) + 1)
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < 2 || first[1] < (second?.[1] ?? 0) * 1.5) return null
  return { country: first[0], count: first[1] }
}
