/** Where a permanent link leads: to the passage, to what became of it, or to where it last stood. Never to other words. */
import { fingerprintOf } from '../cite/selectors.ts'
import { foldedWords } from '../lineage/shingles.ts'
import { wordDiff, type DiffPart } from '../lineage/word-diff.ts'
import type { Passage, PassageId } from '../model.ts'
import type { PassageStore, Tombstone } from '../store/store.ts'

export type Resolution =
  | {
      readonly state: 'present'
      readonly passage: Passage
      /** Whether the fingerprint of the link is that of the printed text; null where the link has none. */
      readonly fingerprintMatches: boolean | null
    }
  /** The words changed: the passage of the document that is nearest to them, and what changed. 200, with a notice. */
  | {
      readonly state: 'changed'
      readonly tombstone: Tombstone
      readonly nearest: Passage
      /** From the words that were printed to those that are. */
      readonly diff: readonly DiffPart[]
      /** Share of the words in common, 0..1. */
      readonly similarity: number
    }
  /** Nothing like it is in the document any more, or the document is gone. 410. */
  | { readonly state: 'gone'; readonly tombstone: Tombstone; readonly documentPresent: boolean }
  | { readonly state: 'unknown' }

/** Share of words in common from which a passage counts as the changed form of another. */
const NEAR = 0.5

/**
 * What a link to a passage leads to now. `fingerprint` is the `f` of the link: SHA-256 of the printed text, or the
 * beginning of it (from 8 digits).
 */
export function resolvePassage(
  store: PassageStore,
  id: PassageId,
  fingerprint: string | null = null,
): Resolution {
  const passage = store.passage(id)
  if (passage)
    return { state: 'present', passage, fingerprintMatches: matches(passage, fingerprint) }
  const tombstone = store.tombstone(id)
  if (!tombstone) return { state: 'unknown' }
  const others = store.passagesOf(tombstone.documentId)
  // Of two passages with the same words one went, and the other has the first's name now: the words are still there.
  const same = others.find((other) => letters(other.printed) === letters(tombstone.printed))
  if (same)
    return { state: 'present', passage: same, fingerprintMatches: matches(same, fingerprint) }
  const near = nearest(tombstone, others)
  if (!near || near.similarity < NEAR) {
    return { state: 'gone', tombstone, documentPresent: others.length > 0 }
  }
  const diff = wordDiff(tombstone.printed, near.passage.printed)
  return { state: 'changed', tombstone, nearest: near.passage, diff, similarity: near.similarity }
}

/** What a passage's id is made of: letters and digits, case folded. */
function letters(printed: string): string {
  return printed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

function matches(passage: Passage, fingerprint: string | null): boolean | null {
  if (fingerprint === null) return null
  const wanted = fingerprint.trim().toLowerCase()
  return wanted.length >= 8 && fingerprintOf(passage.printed).startsWith(wanted)
}

/** The passage with most words in common; among equals the one nearest to where the lost one stood. */
function nearest(tombstone: Tombstone, passages: readonly Passage[]) {
  const words = counts(tombstone.printed)
  let best: { passage: Passage; similarity: number } | null = null
  for (const passage of passages) {
    const similarity = common(words, counts(passage.printed))
    const closer =
      best !== null &&
      similarity === best.similarity &&
      Math.abs(passage.ordinal - tombstone.ordinal) <
        Math.abs(best.passage.ordinal - tombstone.ordinal)
    if (!best || similarity > best.similarity || closer) best = { passage, similarity }
  }
  return best
}

function counts(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const word of foldedWords(text)) found.set(word, (found.get(word) ?? 0) + 1)
  return found
}

/** Dice measure of two bags of words. */
function common(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [word, n] of a) shared += Math.min(n, b.get(word) ?? 0)
  const total = [...a.values(), ...b.values()].reduce((sum, n) => sum + n, 0)
  return total === 0 ? 0 : (2 * shared) / total
}
