/** The permanent name of a passage: what it says, not where it stands. */
import { hash as digestOf } from 'node:crypto'
import { isLatin, isLatinLetterOrNumber } from '../letters.ts'
import type { Passage, PassageId } from '../model.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 10

/** Ten base-32 characters of SHA-256 over the letters and digits of the printed text, case folded. */
export function wordHash(printed: string): string {
  const folded = printed.normalize('NFC').toLowerCase()
  const words = isLatin(folded) ? latinWords(folded) : folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
  const digest = digestOf('sha256', words, 'buffer')
  let hash = ''
  for (let bit = 0; bit < 5 * length; bit += 5) {
    const at = bit >> 3
    const pair = (digest[at]! << 8) | digest[at + 1]!
    hash += alphabet[(pair >> (11 - (bit & 7))) & 31]
  }
  return hash
}

/** The letters and digits of a Latin text in UTF-8: one byte each in ASCII, else two. */
function latinWords(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafe(text.length * 2)
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (!isLatinLetterOrNumber(unit)) continue
    if (unit >= 0x80) bytes[end++] = 0xc0 | (unit >> 6)
    bytes[end++] = unit < 0x80 ? unit : 0x80 | (unit & 0x3f)
  }
  return bytes.subarray(0, end)
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

/** What of a passage's name says its words: `wordHash` of what was printed. */
export function lettersOf({ id, documentId }: Pick<Passage, 'id' | 'documentId'>): string {
  return id.slice(documentId.length + 1, documentId.length + 1 + length)
}
