/** Where a quotation comes from: the place that has it letter for letter, and the place that is most like it. */
import { exactSpans, fit, wordSpans, type Fit, type QuotePart } from '../lineage/quote-match.ts'
import type { LanguageTag, Passage, PassageId, Span } from '../model.ts'
import type { QuoteSource } from './candidates.ts'

/** One place a quotation comes from. */
export interface QuoteMatch {
  readonly id: PassageId
  readonly url: string
  readonly document: { readonly id: string; readonly title: string }
  readonly year: number | null
  readonly country: string | null
  readonly language: LanguageTag
  readonly section: string | null
  readonly heading: string | null
  readonly page: number | null
  readonly ordinal: number
  /** The quotation runs on into this passage; null where it stands in one. */
  readonly through: PassageId | null
  /** The words as they stand there. */
  readonly found: string
  /** Where they stand in the printed or the repaired text (of both passages, joined by a space, where it runs on). */
  readonly spans: readonly Span[]
  readonly layer: 'printed' | 'repaired'
  /** Share of the words in common, 0..1. */
  readonly similarity: number
}

/** The place where a passage, or two in a row, have the quotation letter for letter; the printed text goes first. */
export function exactMatch(
  source: QuoteSource,
  parts: readonly QuotePart[],
  passages: readonly Passage[],
): QuoteMatch | null {
  for (const layer of ['printed', 'text'] as const) {
    const text = passages.map((passage) => passage[layer]).join(' ')
    const spans = exactSpans(parts, text)
    if (!spans) continue
    // Words of the second passage alone are its own match, not one that runs on.
    const runsOn = passages.length > 1 && spans[0]!.start < passages[0]![layer].length
    if (passages.length > 1 && !runsOn) return null
    return toMatch(source, passages, { text, spans, layer, similarity: 1 })
  }
  return null
}

/** The stretch of these passages, alone or two in a row, that is most like a text; null where none has a word of it. */
export function mostAlike(
  source: QuoteSource,
  text: string,
  passages: readonly Passage[],
): QuoteMatch | null {
  const words = wordSpans(text)
  const single = bestOf(passages.map((passage) => likeness(words, [passage])))
  // Only what reaches the end or the beginning of its passage may go on in another.
  const pairs = single?.atEdge ? pairsWith(source, single.passages[0]!) : []
  const best = bestOf([single, ...pairs.map((pair) => likeness(words, pair))])
  if (!best) return null
  return toMatch(source, best.passages, { ...best, spans: [toWhole(best.span, best.text)] })
}

/** The stretch of some passages that is most like the quotation, and where it is. */
interface Likeness extends Fit {
  readonly passages: readonly Passage[]
  readonly text: string
  readonly layer: 'printed' | 'text'
}

function likeness(
  words: ReturnType<typeof wordSpans>,
  passages: readonly Passage[],
): Likeness | null {
  const repaired = passages.some((passage) => passage.repairs.length > 0)
  const layers = repaired ? (['printed', 'text'] as const) : (['printed'] as const)
  return bestOf(
    layers.map((layer) => {
      const text = passages.map((passage) => passage[layer]).join(' ')
      const found = fit(words, wordSpans(text))
      return found && { ...found, passages, text, layer }
    }),
  )
}

/** The most similar; the first of equals. */
function bestOf(found: readonly (Likeness | null)[]): Likeness | null {
  return found.reduce<Likeness | null>(
    (best, one) => (one && one.similarity > (best?.similarity ?? 0) ? one : best),
    null,
  )
}

/** A passage with the one before it and with the one after it. */
function pairsWith({ store }: QuoteSource, passage: Passage): Passage[][] {
  const all = store.passagesOf(passage.documentId)
  const at = all.findIndex(({ id }) => id === passage.id)
  const [before, after] = [all[at - 1], all[at + 1]]
  return [...(before ? [[before, passage]] : []), ...(after ? [[passage, after]] : [])]
}

/** Signs of value and the rest of a compound belong to what is shown: '10' is '10%'. */
function toWhole({ start, end }: Span, text: string): Span {
  const [before] = /[$€£]*$/u.exec(text.slice(0, start)) ?? ['']
  const [after] = /^(?:\s?%|[’'‐‑-][\p{L}\p{N}]+)*/u.exec(text.slice(end)) ?? ['']
  return { start: start - before.length, end: end + after.length }
}

interface Found {
  readonly text: string
  readonly spans: readonly Span[]
  readonly layer: 'printed' | 'text'
  readonly similarity: number
}

function toMatch(
  { store }: QuoteSource,
  [passage, next]: readonly Passage[],
  { text, spans, layer, similarity }: Found,
): QuoteMatch {
  const { id, documentId, year, country, language, section, heading, page, ordinal } = passage!
  const title = store.documents.find((document) => document.id === documentId)?.title ?? documentId
  const reaches = next !== undefined && spans.at(-1)!.end > passage![layer].length
  return {
    id,
    url: `/p/${id}`,
    document: { id: documentId, title },
    year,
    country,
    language,
    section,
    heading,
    page,
    ordinal,
    through: reaches ? next.id : null,
    found: spans.map((span) => text.slice(span.start, span.end)).join(' … '),
    spans,
    layer: layer === 'text' ? 'repaired' : 'printed',
    similarity: Math.round(similarity * 1000) / 1000,
  }
}
