/** What alignment and the search for copies see of a passage: its words as numbers, read once. */
import type { Passage } from '../model.ts'
import { sequenceKey, shingles } from './shingles.ts'
import { readWords } from './word-hashes.ts'

/** Where a passage stands and what it says, without its text: about 500 bytes. */
export interface Print extends Pick<
  Passage,
  'id' | 'documentId' | 'ordinal' | 'section' | 'language' | 'year' | 'country' | 'duplicateOf'
> {
  /** Number of its printed words. */
  readonly words: number
  /** The different runs of three words of its text, ascending. */
  readonly runs: Uint32Array
  /** The same of what was printed; the same array where nothing was repaired. */
  readonly printedRuns: Uint32Array
  /** Equal for the same words in the same order, and for practical purposes only for them. */
  readonly key: number
}

/** Reads the words of a passage. */
export function readPrint(passage: Passage): Print {
  const { id, documentId, ordinal, section, language, year, country, duplicateOf } = passage
  const { text, printed } = passage
  const words = readWords(text)
  const count = words.hashes.length
  const runs = shingles(words)
  const key = sequenceKey(words)
  // What was read before is gone then.
  const asPrinted = printed === text ? null : readWords(printed)
  return {
    id,
    documentId,
    ordinal,
    section,
    language,
    year,
    country,
    duplicateOf,
    words: asPrinted?.hashes.length ?? count,
    runs,
    printedRuns: asPrinted ? shingles(asPrinted) : runs,
    key,
  }
}
