/** Several editions in one file: which heading opens which year. */
import type { Block, Label } from '../model.ts'
import { enumeratorLength } from './fold.ts'
import { datesIn, yearOfTitle } from './year.ts'

/** A heading that opens with the name of a report, numbered or counted ("Cuarto informe sobre …"), not one about reports. */
const namesReport =
  /^(?:\p{L}+ (?:y \p{L}+ )?)?(?:informe|observaciones finales|conclusiones|examen|concluding observations|report|review|memoria|anuario)\b/iu
const fewestWords = 5
/** What a committee does on the date of its report. */
const adoption = /\b(?:aprob|adopt|examin|celebr|consider|held)/iu

export interface Editions {
  /** The year under each block's heading, in the order of the blocks; null where no edition heading stands above. */
  readonly years: readonly (Label<number | null> | null)[]
  /** The different editions, in order. */
  readonly found: readonly Label<number | null>[]
}

/**
 * Reads the editions off the high headings that name a report. One that has no year takes the latest date of the
 * paragraph it opens with ("… examined in March, adopted on 28 March 2013"); one without either stays unknown.
 */
export function findEditions(blocks: readonly Block[]): Editions {
  const opens = blocks.map((block) => block.kind === 'heading' && opensEdition(block))
  const found: Label<number | null>[] = []
  let current: Label<number | null> | null = null
  const years = blocks.map((_, index) => {
    if (opens[index]) {
      current = labelEdition(blocks, index)
      found.push(current)
    }
    return current
  })
  return { years, found }
}

/** The highest heading is the file's own title; editions stand on the level under it. */
function opensEdition(heading: Block): boolean {
  if (heading.level !== 2) return false
  const name = heading.printed.slice(enumeratorLength(heading.printed))
  return namesReport.test(name) && name.split(' ').length >= fewestWords
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
