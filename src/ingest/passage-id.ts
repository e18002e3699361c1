/** The permanent name of a passage: what it says, not where it stands. */
import { hash as digestOf } from 'node:crypto'
import { isLatin } from '../letters.ts'
import type { Passage, PassageId } from '../model.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 10

/** Ten base-32 characters of SHA-256 over the letters and digits of the printed text, case folded. */
export function wordHash(printed: string): string {
  const words = latinWords(printed) ?? foldedWords(printed)
  const digest = digestOf('sha256', words, 'buffer')
  let hash = ''
  for (let bit = 0; bit < 5 * length; bit += 5) {
    const at = bit >> 3
    const pair = (digest[at]! << 8) | digest[at + 1]!
    hash += alphabet[(pair >> (11 - (bit & 7))) & 31]
  }
  return hash
}

function foldedWords(printed: string): string {
  return printed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

/** Below this every letter is its own normal form. */
const latin = 0x250
/** By UTF-16 unit: what is left of it in `foldedWords`, 0 = nothing; `complex` where that is not one such unit. */
const complex = 0xffff
const folds = Uint16Array.from({ length: latin }, (_, unit) => {
  const folded = foldedWords(String.fromCharCode(unit))
  return folded.length > 1 || folded.charCodeAt(0) >= latin ? complex : folded.charCodeAt(0) || 0
})
let bytes = Buffer.allocUnsafe(1 << 16)

/** `foldedWords` of a Latin text in UTF-8, one byte each in ASCII, else two; null of any other. Valid until the next call. */
function latinWords(text: string): Uint8Array | null {
  if (!isLatin(text)) return null
  if (bytes.length < 2 * text.length) bytes = Buffer.allocUnsafe(4 * text.length)
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const letter = unit < latin ? folds[unit]! : 0
    if (letter === 0) continue
    if (letter === complex) return null
    if (letter >= 0x80) bytes[end++] = 0xc0 | (letter >> 6)
    bytes[end++] = letter < 0x80 ? letter : 0x80 | (letter & 0x3f)
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
