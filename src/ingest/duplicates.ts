/**
 * The same passage in several files, found over the whole corpus, and what a passage without a label of its own
 * inherits from the one it repeats.
 *
 * The same words, or nearly the same, are one passage within one country and year. What a report says again the next
 * year is another statement (lineage links the two), and countries share boilerplate but not facts. Groups do not
 * depend on the order in which passages come.
 */
import { shingles } from '../lineage/shingles.ts'
import { readWords } from '../lineage/word-hashes.ts'
import type { Label, Passage, PassageId } from '../model.ts'
import { nearPairs, type Sketch } from './near-pairs.ts'
import { wordHash } from './passage-id.ts'

/** What the whole corpus shows about a passage that its own document does not. */
export interface Amendment {
  readonly duplicateOf: PassageId | null
  readonly section: Label<string> | null
  readonly year: Label<number> | null
}

/** What is kept of a passage: its labels and its words as numbers, so that a corpus need not be held in memory. */
interface Member {
  readonly id: PassageId
  readonly documentId: string
  readonly ordinal: number
  readonly country: string | null
  readonly section: string | null
  readonly year: number | null
}

/** Passages shorter than this repeat by chance where the country is not known. */
const fewestWords = 12

/** The passages that repeat others or inherit from them, each with what changes; goes through the passages once. */
export function amendmentsOf(passages: Iterable<Passage>): ReadonlyMap<PassageId, Amendment> {
  const { exact, sketches } = gather(passages)
  const groups = createGroups()
  for (const members of exact.values())
    for (const edition of byYear(members)) {
      const group: Member[] = []
      for (const member of edition.toSorted(inOrder))
        if (!repeatsItself(member, group)) group.push(member)
      for (const member of group) groups.join(group[0]!, member)
    }
  for (const list of sketches.values())
    for (const [a, b] of nearPairs(list.toSorted((x, y) => inOrder(x.of, y.of))))
      if (a.documentId !== b.documentId) groups.join(a, b)
  const amendments = new Map<PassageId, Amendment>()
  for (const group of groups.all()) amendGroup(group, amendments)
  return amendments
}

function gather(passages: Iterable<Passage>) {
  const exact = new Map<string, Member[]>()
  const sketches = new Map<string, Sketch<Member>[]>()
  for (const passage of passages) {
    const { id, documentId, ordinal, country, section, year } = passage
    const member: Member = { id, documentId, ordinal, country, section, year }
    const words = readWords(passage.printed)
    const isShort = words.hashes.length < fewestWords
    if (country === null && isShort) continue
    const key = [country ?? '', wordHash(passage.printed)].join('\u0000')
    const group = exact.get(key)
    if (group === undefined) exact.set(key, [member])
    else group.push(member)
    if (year === null || isShort) continue
    const place = `${country ?? ''}\u0000${year}`
    const list = sketches.get(place) ?? []
    if (list.length === 0) sketches.set(place, list)
    list.push({ of: member, runs: shingles(words) })
  }
  return { exact, sketches }
}

/** Passages of one year; those whose year is unknown belong to the others' where all others agree. */
function byYear(members: readonly Member[]): Member[][] {
  if (members.length === 1) return [[...members]]
  const editions = new Map<number | null, Member[]>()
  for (const member of members)
    editions.set(member.year, [...(editions.get(member.year) ?? []), member])
  return editions.size === 2 && editions.has(null) ? [[...members]] : [...editions.values()]
}

/** A stock sentence under two headings of one document is said twice there, and each place is its own. */
function repeatsItself(member: Member, group: readonly Member[]): boolean {
  return group.some(
    (other) => other.documentId === member.documentId && other.section !== member.section,
  )
}

/** Disjoint sets of members. */
function createGroups() {
  const parents = new Map<Member, Member>()
  const rootOf = (member: Member): Member => {
    let root = member
    while (parents.get(root) !== undefined && parents.get(root) !== root) root = parents.get(root)!
    parents.set(member, root)
    return root
  }
  return {
    join(a: Member, b: Member): void {
      if (a === b) return
      const [x, y] = [rootOf(a), rootOf(b)]
      if (x !== y) parents.set(y, x)
    },
    all(): Iterable<Member[]> {
      const groups = new Map<Member, Member[]>()
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
function amendGroup(group: readonly Member[], amendments: Map<PassageId, Amendment>): void {
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
const inOrder = (a: Member, b: Member) =>
  compare(a.documentId, b.documentId) || a.ordinal - b.ordinal

/** A passage with what the corpus showed about it. */
export function amend(passage: Passage, amendment: Amendment | undefined): Passage {
  if (amendment === undefined) return passage
  const { duplicateOf, section, year } = amendment
  const labels = {
    ...passage.labels,
    ...(section && { section: { by: section.by, evidence: section.evidence } }),
    ...(year && { year: { by: year.by, evidence: year.evidence } }),
  }
  return {
    ...passage,
    duplicateOf,
    labels,
    section: section?.value ?? passage.section,
    year: year?.value ?? passage.year,
  }
}
