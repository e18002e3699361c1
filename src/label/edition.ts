/** Several editions in one file: which heading opens which year. */
import type { Block, Label } from '../model.ts'
import { enumeratorLength } from './fold.ts'
import { datesIn, yearOfTitle } from './year.ts'

/** A heading that opens with the name of a report, numbered or counted ("Cuarto informe sobre …"), not one about reports. */
const namesReport =
  /^(?:\p{L}+ (?:y \p{L}+ )?)?(?:informe|observaciones finales|conclusiones|examen|concluding observations|report|review|memoria|anuario)\b/iu
const fewestWords = 5
/** What a committee does on the date of its report. */
const adoption = /\b(?:aprob|adopt|examin|celebr|emiti|public|consider|held|issued)/iu
const ordinal = /^\d{1,2}[ºª°]\s/u
const closesWithYear = /\b(?:19|20)\d{2}\)?[.*]?$/

/**
 * Whether a line of its own opens an edition, though it may be a sentence and end as one: it names a report, and is
 * numbered (`6º Observaciones finales …`) or says when that was adopted (`… adoptadas en agosto de 1983.`).
 */
export function opensEdition(line: string): boolean {
  const name = line.slice(enumeratorLength(line))
  if (!namesReport.test(name) || name.split(' ').length < fewestWords) return false
  return ordinal.test(line) || (closesWithYear.test(name) && adoption.test(name))
}

export interface Editions {
  /** The year under each block's heading, in the order of the blocks; null where no edition heading stands above. */
  readonly years: readonly (Label<number | null> | null)[]
  /** The headings that open them, as printed. */
  readonly headings: ReadonlySet<string>
  /** The different editions, in order. */
  readonly found: readonly Label<number | null>[]
}

/**
 * Reads the editions off the highest headings that name a report. One that has no year takes the latest date of the
 * paragraph it opens with ("… examined in March, adopted on 28 March 2013"); one without either stays unknown.
 */
export function findEditions(blocks: readonly Block[]): Editions {
  const opening = new Set(editionHeadings(blocks))
  const found: Label<number | null>[] = []
  let current: Label<number | null> | null = null
  const years = blocks.map((block, index) => {
    if (opening.has(block)) {
      current = labelEdition(blocks, index)
      found.push(current)
    }
    return current
  })
  const headings = new Set([...opening].map(({ printed }) => printed))
  return { years, headings, found }
}

const reportWord =
  /\b(?:reports?|informes?|memorias?|anuario|review|yearbook|observaciones finales)\b/iu

/** Headings of a report that are the same but for their year: `INFORME ANUAL 2015`, `INFORME ANUAL 2016`. */
function yearly(headings: readonly Block[]): Block[] {
  const series = new Map<string, Block[]>()
  for (const heading of headings) {
    const year = reportWord.test(heading.printed) ? yearOfTitle(heading.printed) : null
    if (year === null) continue
    const key = heading.printed.toLowerCase().replaceAll(String(year), '#')
    series.set(key, [...(series.get(key) ?? []), heading])
  }
  return (
    [...series.values()].find((some) => some.some(({ printed }) => printed !== some[0]!.printed)) ??
    []
  )
}

/** The level of an edition that is alone: the highest is the file's own title. */
const editionLevel = 2

function editionHeadings(blocks: readonly Block[]): Block[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const series = yearly(headings)
  if (series.length > 0) return series
  const named = headings.filter(
    ({ printed }) =>
      namesReport.test(printed.slice(enumeratorLength(printed))) &&
      printed.split(' ').length >= fewestWords,
  )
  const at = (level: number) => named.filter((heading) => (heading.level ?? 6) === level)
  const highest = [1, 2, 3, 4, 5, 6].find((level) => at(level).length > 1)
  return at(highest ?? editionLevel)
}

function labelEdition(blocks: readonly Block[], index: number): Label<number | null> {
  const heading = blocks[index]!.printed
  const named = yearOfTitle(heading)
  if (named !== null)
    return { value: named, by: 'detected', evidence: `heading “${heading.slice(0, 140)}”` }
  const opening = openingParagraph(blocks, index)
  const dates = opening === null || !adoption.test(opening.printed) ? [] : datesIn(opening.printed)
  const latest = dates.toSorted((a, b) => b.year - a.year)[0]
  return latest === undefined
    ? { value: null, by: 'none', evidence: `heading “${heading.slice(0, 120)}” has no year` }
    : { value: latest.year, by: 'detected', evidence: `opens with the date “${latest.text}”` }
}

/** The first paragraph under a heading, before the next heading of its level. */
function openingParagraph(blocks: readonly Block[], index: number): Block | null {
  for (const block of blocks.slice(index + 1, index + 8)) {
    if (block.kind === 'paragraph' || block.kind === 'item') return block
    if (block.kind === 'heading' && (block.level ?? 6) <= 2) return null
  }
  return null
}
