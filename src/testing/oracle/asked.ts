/** What a query asks: as the text of a query, and as what a plain reading of a passage answers. */
import type { Span } from '../../model.ts'
import { isFormOf, editsBetween, unaccented, type Reading, type Word } from './reading.ts'

export type Asked =
  | { readonly kind: 'word' | 'fuzzy'; readonly word: string }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'phrase' | 'compound'; readonly words: readonly string[] }
  | { readonly kind: 'within'; readonly words: readonly string[]; readonly distance: number }
  | {
      readonly kind: 'near'
      readonly parts: readonly [Asked, Asked]
      /** As typed: neighbours are within 1. */
      readonly distance: number | 's'
    }
  | {
      readonly kind: 'field'
      readonly typed: string
      readonly holds: (reading: Reading) => boolean
    }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Asked[] }
  | { readonly kind: 'not'; readonly part: Asked }

/** A whole query: parts side by side. */
export interface Query {
  readonly parts: readonly Asked[]
  readonly exact: boolean
}

/** What was found in one passage: stretches of its words, `[first, last]`. */
export interface Found {
  readonly holds: boolean
  readonly stretches: readonly (readonly [number, number])[]
}

export const isWanted = ({ kind }: Asked) => ['word', 'fuzzy', 'pattern', 'compound'].includes(kind)

export function print(asked: Asked): string {
  switch (asked.kind) {
    case 'word':
      return asked.word
    case 'fuzzy':
      return `${asked.word}~`
    case 'pattern':
      return asked.pattern
    case 'phrase':
      return `“${asked.words.join(' ')}”`
    case 'compound':
      return asked.words.join('-')
    case 'within':
      return `"${asked.words.join(' ')}"~${asked.distance}`
    case 'near':
      return `(${asked.parts.map(print).join(` /${asked.distance} `)})`
    case 'field':
      return asked.typed
    case 'and':
    case 'or':
      return `(${asked.parts.map(print).join(` ${asked.kind.toUpperCase()} `)})`
    case 'not':
      return `NOT ${print(asked.part)}`
  }
}

const nothing: Found = { holds: false, stretches: [] }
const shown = (stretches: Found['stretches']): Found => ({ holds: stretches.length > 0, stretches })

export function find(asked: Asked, reading: Reading, exact: boolean): Found {
  const { words, passage } = reading
  const where = (fits: (form: string) => boolean) =>
    words.flatMap(({ forms }, at) => (forms.some(fits) ? [[at, at] as const] : []))
  const written = (word: string) => {
    const bare = unaccented(word)
    return (form: string) => (exact ? form === word : unaccented(form) === bare)
  }
  const inAnyForm = (word: string) => (exact ? written(word) : isFormOf(word, passage))
  const inRow = (wanted: readonly ((form: string) => boolean)[]) =>
    words.flatMap((_, at) =>
      wanted.every((fits, next) => words[at + next]?.forms.some(fits))
        ? [[at, at + wanted.length - 1] as const]
        : [],
    )
  switch (asked.kind) {
    case 'word':
      return shown(where(inAnyForm(asked.word)))
    case 'fuzzy': {
      const bare = unaccented(asked.word)
      const most = bare.length >= 6 ? 2 : 1
      const isForm = isFormOf(bare, passage)
      return shown(where((form) => isForm(form) || editsBetween(unaccented(form), bare) <= most))
    }
    case 'pattern': {
      const source = asked.pattern.replaceAll('*', '.*').replaceAll('?', '.')
      const wanted = new RegExp(`^${exact ? source : unaccented(source)}$`, 'u')
      return shown(where((form) => wanted.test(exact ? form : unaccented(form))))
    }
    case 'phrase':
      return shown(inRow(asked.words.map(written)))
    case 'compound':
      return shown(inRow(asked.words.map(inAnyForm)))
    case 'within':
      return near(
        asked.words.map((word) => where(written(word))),
        words,
        asked.distance,
      )
    case 'near':
      return near(
        asked.parts.map((part) => find(part, reading, exact).stretches),
        words,
        asked.distance === 's' ? 's' : asked.distance - 1,
      )
    case 'field':
      return { holds: asked.holds(reading), stretches: [] }
    case 'and':
    case 'or': {
      const parts = asked.parts.map((part) => find(part, reading, exact))
      const held = parts.filter(({ holds }) => holds)
      const isEnough = asked.kind === 'and' ? held.length === parts.length : held.length > 0
      return isEnough
        ? { holds: true, stretches: held.flatMap(({ stretches }) => stretches) }
        : nothing
    }
    case 'not':
      return { holds: !find(asked.part, reading, exact).holds, stretches: [] }
  }
}

/** Every choice of one stretch a part, none on another, with at most so many words between them, or in one sentence. */
function near(
  parts: readonly Found['stretches'][],
  words: readonly Word[],
  limit: number | 's',
): Found {
  const choices = parts.reduce<(readonly [number, number])[][]>(
    (chosen, part) => chosen.flatMap((before) => part.map((next) => [...before, next])),
    [[]],
  )
  const fits = choices.filter((choice) => {
    const covered = choice.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i),
    )
    if (new Set(covered).size < covered.length) return false
    const [start, end] = [Math.min(...covered), Math.max(...covered)]
    return limit === 's'
      ? words[start]!.sentence === words[end]!.sentence
      : end - start + 1 - covered.length <= limit
  })
  return shown(fits.flat())
}

/** Stretches as spans of the text, those that overlap as one. */
export function spansOf(stretches: Found['stretches'], { words }: Reading): Span[] {
  const spans: Span[] = []
  const sorted = stretches
    .map(([first, last]) => ({ start: words[first]!.start, end: words[last]!.end }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  for (const span of sorted) {
    const before = spans.at(-1)
    if (before && span.start < before.end) {
      spans[spans.length - 1] = { start: before.start, end: Math.max(before.end, span.end) }
    } else spans.push(span)
  }
  return spans
}
