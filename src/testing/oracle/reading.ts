/**
 * A passage as a reader would take it who is told the stems of words: words by a plain pattern, nothing of the index. What a
 * search should find is decided on this alone.
 */
import { stem } from '../../analyze/stem.ts'
import type { Language, Passage, Repair, Span } from '../../model.ts'

/** A word where it stands, and every spelling it has: as repaired, and as printed where a repair touched it. */
export interface Word extends Span {
  readonly forms: readonly string[]
  readonly sentence: number
}

export interface Reading {
  readonly passage: Passage
  readonly words: readonly Word[]
  /** False where a repair joined or parted words: what was printed there stands at no one word. */
  readonly isPlain: boolean
}

/** Numbers with their groups, acronyms with their stops, words. */
const pattern =
  /(?<![\p{L}\p{N}]|\p{N}[.,])\d{1,3}(?:([.,'’ \u00A0])\d{3})(?:\1\d{3})*(?![\p{L}\p{N}])|(?<![\p{L}\p{N}]|\p{N}[.,])\d{1,3}[.,]\d{1,2}(?![\p{L}\p{N}]|[.,]\p{N})|(?:\p{L}(?:\.\p{L})+|\p{Lu}{2}\.[ \u00A0]?\p{Lu}{2})(?![\p{L}\p{N}])\.?|§+|[\p{L}\p{M}\p{N}]+/gu

/** What ends a sentence where the next begins in capitals; abbreviations would take more. */
const stop = /[.!?…]["'’”»)\]]*\s+(?=["'“‘«([¿¡—–-]*[\p{Lu}\p{N}¿¡])/gu

export function read(passage: Passage): Reading {
  const { text, repairs } = passage
  const ends = [...text.matchAll(stop)].map(({ index }) => index)
  let isPlain = true
  const words = [...text.matchAll(pattern)].map((found): Word => {
    const span = { start: found.index, end: found.index + found[0].length }
    const touching = repairs.filter((repair) => touches(span, repair.span))
    const inside = touching.every((repair) => within(repair.span, span))
    const printed = [...unrepaired(text, span, touching).matchAll(pattern)]
    if (!inside || (touching.length > 0 && printed.length !== 1)) isPlain = false
    const forms = [found[0], ...(touching.length > 0 ? printed.map(([each]) => each) : [])]
    const sentence = ends.filter((end) => end < span.start).length
    return { ...span, forms: [...new Set(forms.map(spelling))], sentence }
  })
  return { passage, words, isPlain }
}

const touches = (span: Span, repair: Span) => span.start <= repair.end && repair.start <= span.end
const within = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end

function unrepaired(text: string, { start, end }: Span, repairs: readonly Repair[]): string {
  return repairs.reduceRight(
    (printed, { span, before }) =>
      printed.slice(0, span.start - start) + before + printed.slice(span.end - start),
    text.slice(start, end),
  )
}

/** '1,054' → '1054', 'U.S.' → 'us', 'Niños' → 'niños'. */
export function spelling(printed: string): string {
  if (/^\d{1,3}[.,]\d{1,2}$/u.test(printed)) return printed.replace(',', '.')
  return printed.startsWith('§')
    ? '§'
    : printed.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}

const bare = new Map<string, string>()

export function unaccented(form: string): string {
  const known = bare.get(form) ?? form.normalize('NFD').replaceAll(/\p{M}/gu, '')
  bare.set(form, known)
  return known
}

/** Whether a spelling is a form of a word in a passage of that language; unknown counts as both. */
export function isFormOf(word: string, { language }: Passage): (form: string) => boolean {
  const languages: readonly Language[] = language === 'und' ? ['en', 'es'] : [language]
  const plain = unaccented(word)
  const wanted = languages.map((each) => [each, stem(word, each)] as const)
  return (form) =>
    unaccented(form) === plain || wanted.some(([each, own]) => stem(form, each) === own)
}

/** Edits (insert, delete, replace, swap neighbours, none twice) between two words. */
export function editsBetween(a: string, b: string): number {
  // Each letter more is an edit.
  if (Math.abs(a.length - b.length) > 2) return Infinity
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? rows[i - 2]![j - 2]! + 1
          : Infinity
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, replaced, swapped)
    }
  }
  return rows[a.length]![b.length]!
}
