/** The links of one series, two numbers and a figure each: as objects those of a large corpus would not fit in memory. */
import type { PassageId, Version } from '../model.ts'
import type { Series } from './editions.ts'

export interface Links {
  /** Links two passages by their numbers in the series; `similarity` has three decimals. */
  add(from: number, to: number, is: Pick<Version, 'relation' | 'similarity'>): void
  /** The versions of each passage that has some, in order of their numbers. */
  versions(): Generator<readonly [PassageId, Version[]]>
}

/** Above any similarity. */
const SAME = 1001

export function createLinks({ prints, editions }: Series): Links {
  const [from, to]: [number[], number[]] = [[], []]
  /** Thousandths, or SAME. */
  const similarities: number[] = []
  const byNumber = () => {
    const starts = new Uint32Array(prints.length + 1)
    for (const ends of [from, to]) for (const number of ends) starts[number + 1]!++
    for (let number = 0; number < prints.length; number++) starts[number + 1]! += starts[number]!
    const next = starts.slice()
    const links = new Uint32Array(2 * from.length)
    for (const ends of [from, to])
      for (let link = 0; link < ends.length; link++) links[next[ends[link]!]!++] = link
    return { starts, links }
  }
  return {
    add(a, b, { relation, similarity }) {
      from.push(a)
      to.push(b)
      similarities.push(relation === 'same' ? SAME : Math.round(similarity * 1000))
    },
    *versions() {
      const { starts, links } = byNumber()
      for (const { first, end, year } of editions)
        for (let number = first; number < end; number++) {
          const own = links.subarray(starts[number], starts[number + 1])
          if (own.length === 0) continue
          const versions = Array.from(own, (link): Version => {
            const {
              id,
              year: when,
              language,
            } = prints[from[link] === number ? to[link]! : from[link]!]!
            const thousandths = similarities[link]!
            return thousandths === SAME
              ? { id, year: when!, language, relation: 'same', similarity: 1 }
              : { id, year: when!, language, relation: 'revised', similarity: thousandths / 1000 }
          })
          yield [prints[number]!.id, sortVersions(versions, year)]
        }
    },
  }
}

/** Nearest to `year` first, then most similar, then by id: one order wherever versions are shown. */
function sortVersions(versions: readonly Version[], year: number): Version[] {
  const distance = (version: Version) => Math.abs(version.year - year)
  return versions.toSorted(
    (a, b) => distance(a) - distance(b) || b.similarity - a.similarity || (a.id < b.id ? -1 : 1),
  )
}
