/** Queries made of the words of some passages, so that most of them find something. */
import fc from 'fast-check'
import type { Passage } from '../../model.ts'
import type { Asked, Query } from './asked.ts'
import { unaccented, type Reading } from './reading.ts'

interface Choice {
  readonly readings: readonly Reading[]
  /** Whether a word may stand alone: a stop word would be passed over. */
  readonly isContent: (form: string) => boolean
  /** Whether full stops end sentences, and no abbreviation has one. */
  readonly sentences: boolean
  readonly exact: boolean
}

type Test = (passage: Passage) => boolean

const field = (typed: string, holds: Test): fc.Arbitrary<Asked> =>
  fc.constant({ kind: 'field', typed, holds: ({ passage }) => holds(passage) })

const between =
  (from: number, to: number): Test =>
  ({ year }) =>
    year !== null && year >= from && year <= to

/** Fields over the values that the passages have. */
function fieldsOf(readings: readonly Reading[]): fc.Arbitrary<Asked> {
  return fc.constantFrom(...readings.map(({ passage }) => passage)).chain((one) => {
    const year = one.year ?? 2020
    const country = one.country ?? 'Peru'
    const section = one.section ?? 'protection'
    return fc.oneof(
      field(`year:${year}`, between(year, year)),
      field(`year:${year}..${year + 2}`, between(year, year + 2)),
      field(`year:[${year - 2} TO ${year}]`, between(year - 2, year)),
      field(`year:>${year}`, between(year + 1, Infinity)),
      field(`lang:${one.language}`, ({ language }) => language === one.language),
      field(`doc:${one.documentId}`, ({ documentId }) => documentId === one.documentId),
      field(`country:"${country}"`, (passage) => passage.country === country),
      field(`section:${section}`, (passage) => passage.section === section),
    )
  })
}

export function queriesOver(choice: Choice): fc.Arbitrary<Query> {
  const { readings, isContent, sentences, exact } = choice
  const texts = readings.filter(({ words }) => words.length > 4)
  const runs = (length: number) =>
    fc.tuple(fc.constantFrom(...texts), fc.nat()).map(([{ words }, at]) => {
      const first = at % Math.max(1, words.length - length)
      return words.slice(first, first + length).map(({ forms }) => forms[0]!)
    })
  const contents = [
    ...new Set(readings.flatMap(({ words }) => words.flatMap(({ forms }) => forms))),
  ]
    .filter((form) => form.length > 2 && /^\p{L}+$/u.test(form) && isContent(form))
    .toSorted()
  const known = fc.constantFrom(...contents)
  const typed = exact ? known : fc.oneof(known, known.map(unaccented).filter(isContent))
  const word: fc.Arbitrary<Asked> = typed.map((form) => ({ kind: 'word', word: form }))
  const pattern: fc.Arbitrary<Asked> = fc
    .tuple(known, fc.nat(), fc.boolean())
    .map(([form, at, isPrefix]) => {
      const cut = 2 + (at % Math.max(1, form.length - 2))
      const masked = `${form.slice(0, cut - 1)}?${form.slice(cut)}`
      return {
        kind: 'pattern',
        pattern: isPrefix || cut >= form.length ? `${form.slice(0, cut)}*` : masked,
      }
    })
  const phrase: fc.Arbitrary<Asked> = fc
    .integer({ min: 1, max: 4 })
    .chain(runs)
    .map((words) => ({ kind: 'phrase', words }))
  const compound: fc.Arbitrary<Asked> = runs(2)
    .filter((words) => words.every((form) => /^\p{L}+$/u.test(form)) && words.some(isContent))
    .map((words) => ({ kind: 'compound', words }))
  const within: fc.Arbitrary<Asked> = fc
    .tuple(runs(4), fc.integer({ min: 0, max: 10 }))
    .map(([[a, , b, c], distance]) => ({ kind: 'within', words: [c ?? a!, b ?? a!], distance }))
  const near: fc.Arbitrary<Asked> = fc
    .tuple(
      fc.oneof(word, phrase),
      fc.oneof(word, phrase),
      fc.integer({ min: sentences ? 0 : 1, max: 8 }),
    )
    .map(([a, b, n]) => ({ kind: 'near', parts: [a, b], distance: n === 0 ? 's' : n }))
  const fuzzy: fc.Arbitrary<Asked> = known
    .filter((form) => form.length > 3)
    .map((form) => ({ kind: 'fuzzy', word: form }))
  const leaf = fc.oneof(
    { weight: 4, arbitrary: word },
    { weight: 2, arbitrary: phrase },
    pattern,
    compound,
    within,
    near,
    fieldsOf(readings),
    exact ? word : fuzzy,
  )
  const { tree } = fc.letrec<{ tree: Asked }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'query' },
      leaf,
      fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
        )
        .map(([kind, parts]): Asked => ({ kind, parts })),
      tie('tree').map((part): Asked => ({ kind: 'not', part })),
    ),
  }))
  return fc.record({
    parts: fc.array(tree, { minLength: 1, maxLength: 4 }),
    exact: fc.constant(exact),
  })
}
