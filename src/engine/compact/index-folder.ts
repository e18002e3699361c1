/**
 * The files of a compact index in a folder.
 *
 * `compact.bin` holds the columns of all passages and one segment. After an update the segments of unchanged passages
 * stand beside it as `segment-<checksum>.bin`: the very files of the generation before, hard-linked. For such a base the
 * head has, by its place in `meta.bases`:
 *
 *     map.<n>  u32  rank of each of the base's passages, or DELETED
 *     df.<n>   u32  passages that have each term and are not deleted (absent where none is deleted)
 *
 * and `map` for its own segment where its numbers are not the ranks themselves.
 */
import { join } from 'node:path'
import { UserError } from '../../errors.ts'
import { openColumns, type Columns, type ColumnsMeta } from './columns.ts'
import { openIndexFile, type IndexFile } from './file.ts'
import { openSegment, type Segment } from './segment.ts'

export const HEAD = 'compact.bin'

export interface HeadMeta {
  /** The analyzer that made the terms. */
  readonly analyzer: string
  readonly columns: ColumnsMeta
  readonly bases: readonly { readonly file: string; readonly checksum: number }[]
}

/** A segment and where its passages stand now. */
export interface PlacedSegment extends Segment {
  /** Rank of each passage, or DELETED; null where a passage's number is its rank. */
  readonly map: Uint32Array | null
  /** Passages that have each term and are not deleted. */
  readonly liveDf: Uint32Array
}

export interface IndexFolder {
  readonly meta: HeadMeta
  readonly head: IndexFile
  readonly columns: Columns
  /** The head's own segment last. */
  readonly segments: readonly PlacedSegment[]
  close(): void
}

/** Name of a head's file once it is a base of another. */
export function baseName(checksum: number): string {
  return `segment-${checksum.toString(16).padStart(8, '0')}.bin`
}

/** Whether a folder holds a compact index is for the caller to know; errors as `openIndexFile`. */
export function openIndexFolder(folder: string): IndexFolder {
  const opened: IndexFile[] = []
  const open = (name: string) => {
    const file = openIndexFile(join(folder, name))
    opened.push(file)
    return file
  }
  const close = () => opened.forEach((file) => file.close())
  try {
    const head = open(HEAD)
    const meta = head.meta as HeadMeta
    const bases = meta.bases.map(({ file, checksum }, index) =>
      placeBase(openBase(open(file), checksum), head, index),
    )
    const own = openSegment(head)
    const map = head.has('map') ? head.section('map', 'u32') : null
    const segments = [...bases, { ...own, map, liveDf: own.df }]
    return { meta, head, columns: openColumns(head, meta.columns), segments, close }
  } catch (error) {
    close()
    throw error
  }
}

function openBase(file: IndexFile, checksum: number): Segment {
  if (file.checksum !== checksum) {
    const remedy = 'Build it again with: pasaje ingest --force'
    throw new UserError('index-damaged', `${file.path} is not the file it should be`, remedy)
  }
  return openSegment(file)
}

function placeBase(segment: Segment, head: IndexFile, index: number): PlacedSegment {
  const liveDf = head.has(`df.${index}`) ? head.section(`df.${index}`, 'u32') : segment.df
  return { ...segment, map: head.section(`map.${index}`, 'u32'), liveDf }
}
