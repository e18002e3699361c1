/** No word that a page shows is lost by any format's reader: each stands in a passage, a heading, a note or furniture. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segment } from '../segment/segment.ts'
import { plain } from '../testing/plain-document.ts'
import { parseFormat } from './formats.ts'
import {
  textOf,
  toDocx,
  toEpub,
  toHtml,
  toOdt,
  toPdf,
  toRtf,
  type Piece,
} from './sample-reports.ts'

const syllable = fc.constantFrom(
  'ca',
  'ra',
  'ción',
  'niño',
  'the',
  'of',
  'Gob',
  'ierno',
  'é',
  'law',
  'ü',
  'st',
)
const word = fc.oneof(
  fc.array(syllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  fc.constantFrom(
    '2019',
    '12',
    'a',
    'I',
    'PERÚ',
    '1.',
    'b)',
    '3,500',
    'Section',
    'Art.',
    '5',
    '“ley”',
    'y/o',
    '(2018)',
    '[1]',
    'A/63/2009',
  ),
)
const pieces = fc.array(
  fc.record<Piece>({
    kind: fc.constantFrom('heading', 'paragraph', 'paragraph', 'item', 'table', 'note', 'edge'),
    words: fc.array(word, { minLength: 1, maxLength: 30 }),
  }),
  { minLength: 1, maxLength: 12 },
)

const isEdge = ({ kind }: Piece) => kind === 'edge'

/** The letters and digits of a text, each as often as it occurs. */
function tally(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [found] of text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(found, (counts.get(found) ?? 0) + 1)
  return counts
}

/** Words of the report that fewer blocks hold than it has. */
async function lostIn(
  bytes: Uint8Array,
  file: string,
  report: readonly Piece[],
): Promise<string[]> {
  const { text, marks, pages } = await parseFormat(bytes, file)
  const blocks = segment({ ...plain(text, marks), pages })
  const held = tally(blocks.map(({ printed }) => printed).join('\n'))
  // What runs over every page counts once.
  const edges = new Set(report.filter(isEdge).map(textOf))
  const body = report.filter((piece) => !isEdge(piece)).map(textOf)
  const written = tally([...body, ...edges].join('\n'))
  return [...written].flatMap(([each, times]) => ((held.get(each) ?? 0) < times ? [each] : []))
}

describe('no word is lost', { timeout: 60_000 }, () => {
  it.each<[string, (report: readonly Piece[]) => Uint8Array | Promise<Uint8Array>, number]>([
    ['HTML', toHtml, 150],
    ['RTF', toRtf, 150],
    ['an e-book', toEpub, 40],
    ['Word', toDocx, 25],
    ['OpenDocument', toOdt, 40],
    ['PDF', toPdf, 40],
  ])('in %s', async (name, make, numRuns) => {
    await fc.assert(
      fc.asyncProperty(pieces, async (report) => {
        expect(await lostIn(await make(report), `a.${name.toLowerCase()}`, report)).toEqual([])
      }),
      { numRuns },
    )
  })
})
