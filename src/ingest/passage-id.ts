/** The permanent name of a passage: what it says, not where it stands. */
import { createHash } from 'node:crypto'
import type { PassageId } from '../model.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 10
// eslint-disable-next-line no-control-regex
const plain = /^[\0-\x7F]*$/

/** Ten base-32 characters of SHA-256 over the letters and digits of the printed text, case folded. */
export function wordHash(printed: string): string {
  // Most text is plain, and plain text need not ask Unicode what a letter is: five times as fast.
  const words = plain.test(printed)
    ? printed.toLowerCase().replace(/[^a-z0-9]+/g, '')
    : printed
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
  const digest = createHash('sha256').update(words).digest()
  let hash = ''
  for (let bit = 0; bit < 5 * length; bit += 5) {
    const at = bit >> 3
    const pair = (digest[at]! << 8) | digest[at + 1]!
    hash += alphabet[(pair >> (11 - (bit & 7))) & 31]
  }
  return hash
}

/** Names passages of one document in order; the second of two identical ones gets `-2`, and so on. */
export function createIds(documentId: string): (printed: string) => PassageId {
  const seen = new Map<string, number>()
  return (printed) => {
    const hash = wordHash(printed)
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return count === 1 ? `${documentId}.${hash}` : `${documentId}.${hash}-${count}`
  }
}
