/** The same passage in several files: found over the whole corpus by hash, within one country, in any order of files. */
import type { Passage, PassageId } from '../model.ts'
import { wordHash } from './passage-id.ts'

/** Each passage that repeats another of its country, and which: the first by document and place, whatever the order given. */
export function duplicatesOf(passages: Iterable<Passage>): Map<PassageId, PassageId> {
  const groups = new Map<string, { id: PassageId; rank: string }[]>()
  for (const passage of passages) {
    const key = `${passage.country ?? ''}\u0000${wordHash(passage.printed)}`
    const rank = `${passage.documentId}\u0000${String(passage.ordinal).padStart(8, '0')}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [{ id: passage.id, rank }])
    else group.push({ id: passage.id, rank })
  }
  const duplicates = new Map<PassageId, PassageId>()
  for (const group of groups.values()) {
    if (group.length === 1) continue
    const [first, ...rest] = group.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    for (const { id } of rest) duplicates.set(id, first!.id)
  }
  return duplicates
}
