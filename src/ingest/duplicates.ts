/**
 * The same passage in several files, found over the whole corpus, and what a passage without a label of its own
 * inherits from the one it repeats.
 *
 * The same words, or nearly the same, are one passage within one country and year. What a report says again the next
 * year is another statement (lineage links the two), and countries share boilerplate but not facts. Groups do not
 * depend on the order in which passages come.
 */
import type { Print } from '../lineage/print.ts'
import type { Label, Passage, PassageId } from '../model.ts'
import { nearPairs, type Sketch } from './near-pairs.ts'
import { lettersOf } from './passage-id.ts'

/** What the whole corpus shows about a passage that its own document does not. */
export interface Amendment {
  readonly duplicateOf: PassageId | null
  readonly section: Label<string> | null
  readonly year: Label<number> | null
}

/** Passages shorter than this repeat by chance where the country is not known. */
const fewestWords = 12

/** The passages that repeat others or inherit from them, each with what changes. */
export function amendmentsOf(prints: Iterable<Print>): ReadonlyMap<PassageId, Amendment> {
  const { exact, sketches } = gather(prints)
  const groups = createGroups()
  for (const members of exact.values()) {
    if (members.length === 1) continue
    for (const edition of byYear(members)) {
      const group = withoutRepeats(edition.toSorted(inOrder))
      for (const member of group) groups.join(group[0]!, member)
    }
  }
  for (const list of sketches.values()) {
    if (list.every(({ of }) => of.documentId === list[0]!.of.documentId)) continue
    for (const [a, b] of nearPairs(list.toSorted((x, y) => inOrder(x.of, y.of))))
      if (a.documentId !== b.documentId) groups.join(a, b)
  }
  const amendments = new Map<PassageId, Amendment>()
  for (const group of groups.all()) amendGroup(group, amendments)
  return amendments
}

function gather(prints: Iterable<Print>) {
  /** By country and printed letters. */
  const exact = new Map<string, Print[]>()
  /** By country and year. */
  const sketches = new Map<string, Sketch<Print>[]>()
  for (const print of prints) {
    const { country, year } = print
    const isShort = print.words < fewestWords
    if (country === null && isShort) continue
    const key = `${country ?? ''}\u0000${lettersOf(print)}`
    const group = exact.get(key)
    if (group === undefined) exact.set(key, [print])
    else group.push(print)
    if (year === null || isShort) continue
    const place = `${country ?? ''}\u0000${year}`
    const list = sketches.get(place) ?? []
    if (list.length === 0) sketches.set(place, list)
    list.push({ of: print, runs: print.printedRuns })
  }
  return { exact, sketches }
}

/** Passages of one year; those whose year is unknown belong to the others' where all others agree. */
function byYear(members: readonly Print[]): (readonly Print[])[] {
  const editions = new Map<number | null, Print[]>()
  for (const member of members) {
    const edition = editions.get(member.year)
    if (edition === undefined) editions.set(member.year, [member])
    else edition.push(member)
  }
  return editions.size === 2 && editions.has(null) ? [members] : [...editions.values()]
}

/** A stock sentence under two headings of one document is said twice there, and each place is its own. */
function withoutRepeats(members: readonly Print[]): Print[] {
  const sections = new Map<string, string | null>()
  return members.filter(({ documentId, section }) => {
    if (!sections.has(documentId)) sections.set(documentId, section)
    return sections.get(documentId) === section
  })
}

/** Disjoint sets of members. */
function createGroups() {
  const parents = new Map<Print, Print>()
  const rootOf = (member: Print): Print => {
    let root = member
    while (parents.get(root) !== undefined && parents.get(root) !== root) root = parents.get(root)!
    parents.set(member, root)
    return root
  }
  return {
    join(a: Print, b: Print): void {
      if (a === b) return
      const [x, y] = [rootOf(a), rootOf(b)]
      if (x !== y) parents.set(y, x)
    },
    all(): Iterable<Print[]> {
      const groups = new Map<Print, Print[]>()
      for (const member of parents.keys()) {
        const root = rootOf(member)
        const group = groups.get(root)
        if (group === undefined) groups.set(root, [member])
        else group.push(member)
      }
      return groups.values()
    },
  }
}

/** The passage with a section of its own stands for the group, else the first by document and place. */
function amendGroup(group: readonly Print[], amendments: Map<PassageId, Amendment>): void {
  if (group.length < 2) return
  const [first, ...rest] = group.toSorted(
    (a, b) => Number(a.section === null) - Number(b.section === null) || inOrder(a, b),
  )
  const known = group.find((member) => member.year !== null)?.year ?? null
  for (const member of group) {
    const source = member === first ? rest[0]! : first!
    const evidence = `repeats ${source.id}`
    const section = member.section === null ? first!.section : null
    const year = member.year === null ? known : null
    if (member === first && section === null && year === null) continue
    amendments.set(member.id, {
      duplicateOf: member === first ? null : first!.id,
      section: section === null ? null : { value: section, by: 'inherited', evidence },
      year: year === null ? null : { value: year, by: 'inherited', evidence },
    })
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** By document and place, whatever the order in which files were read. */
const inOrder = (a: Print, b: Print) => compare(a.documentId, b.documentId) || a.ordinal - b.ordinal

/** A passage with what the corpus showed about it. */
export function amend(passage: Passage, amendment: Amendment | undefined): Passage {
  if (amendment === undefined) return passage
  const { section, year } = amendment
  const labels = {
    ...passage.labels,
    ...(section && { section: { by: section.by, evidence: section.evidence } }),
    ...(year && { year: { by: year.by, evidence: year.evidence } }),
  }
  return { ...passage, ...amendedFacts(passage, amendment), labels }
}

/** What amendments change, of passages and of their prints. */
export type Amendable = Pick<Passage, 'section' | 'year'>

/** What of it stands in columns. */
export function amendedFacts({ section, year }: Amendable, amendment: Amendment | undefined) {
  return {
    duplicateOf: amendment?.duplicateOf ?? null,
    section: amendment?.section?.value ?? section,
    year: amendment?.year?.value ?? year,
  }
}
