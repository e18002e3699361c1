/**
 * Writes the terms of a segment into an index file: postings as they come, then dictionary and tree.
 *
 * Sections beside those of dictionary.ts and trie.ts, one entry a term and one more for the sentences (their postings
 * hold, for each passage of two sentences or more, the positions at which the second and later ones begin):
 *
 *     df          u32  passages that have the term
 *     blobs       u32  where its blob begins in the file (postings.ts says what is in it); one more entry for the end
 *     positionsAt u32  where the positions begin
 */
import { createDictionaryBuilder } from './dictionary.ts'
import type { IndexFileWriter } from './file-writer.ts'
import type { Numbers } from './file.ts'
import { createList, createSink, numbers, push, written } from './numbers.ts'
import { encode, type Encoder, type Occurrences } from './postings.ts'
import { buildTrie } from './trie.ts'

export interface SegmentWriter {
  /** Appends a term and its postings; terms ascend. A term without postings is left out. */
  add(term: string, list: Occurrences): void
  /** Ends the segment with its sentences; the resident sections that `finish` of the file wants. */
  finish(sentences: Occurrences): Record<string, Numbers>
}

/** An offset is 32 bits: some 15 million passages. Beyond one machine there is OpenSearch. */
const MOST_BYTES = 2 ** 32 - 1

/** Writes a segment's postings to `file`. `fuzzy`: also the tree that fuzzy words need (not for temporary segments). */
export function createSegmentWriter(
  file: IndexFileWriter,
  { fuzzy }: { fuzzy: boolean },
): SegmentWriter {
  const encoder: Encoder = {
    docs: createSink(),
    positions: createSink(),
    skip: new Uint32Array(64),
  }
  const dictionary = createDictionaryBuilder()
  const [df, blobs, positionsAt] = [createList(), createList(), createList()]

  const append = (list: Occurrences) => {
    const skip = encode(list, encoder)
    push(df, list.length)
    push(blobs, file.offset)
    file.append(new Uint8Array(skip.buffer, skip.byteOffset, skip.byteLength))
    file.append(written(encoder.docs))
    push(positionsAt, file.offset)
    file.append(written(encoder.positions))
    if (file.offset > MOST_BYTES) throw new Error('an index file cannot exceed 4 GB')
  }
  return {
    add(term, list) {
      if (list.length === 0) return
      dictionary.add(term)
      append(list)
    },
    finish(sentences) {
      append(sentences)
      push(blobs, file.offset)
      const sections = dictionary.sections()
      if (fuzzy) {
        const { text, starts } = sections
        for (const [name, array] of Object.entries(buildTrie(text, starts))) {
          file.appendSection(name, array)
        }
      }
      return {
        ...sections,
        df: numbers(df),
        blobs: numbers(blobs),
        positionsAt: numbers(positionsAt),
      }
    },
  }
}
