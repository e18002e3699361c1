/** What changed between two texts, word by word, so that a person can read it: few long changes, not many short ones. */
import { diffArrays } from 'diff'
import type { Span } from '../model.ts'

/** A stretch of both texts. An insertion has an empty `left`, a deletion an empty `right`. */
export interface DiffPart {
  readonly kind: 'equal' | 'changed' | 'removed' | 'added'
  readonly left: Span
  readonly right: Span
  /** A figure differs here: a number, a year, a percentage. */
  readonly figure: boolean
}

/** A run of letters, a number with its separators, or one other sign. */
const TOKEN = /\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|[^\s\p{L}\p{M}\p{N}]/gu

interface Token extends Span {
  /** What is compared: curly quotes and long dashes count as straight and short ones. */
  readonly form: string
}

/**
 * The parts of two texts in order; together they cover both from end to end. Words are compared with case and accents;
 * typographic variants of quotation marks and dashes are equal.
 */
export function wordDiff(left: string, right: string): DiffPart[] {
  const [a, b] = [tokens(left), tokens(right)]
  const runs: Run[] = []
  let [i, j] = [0, 0]
  for (const change of changes(a.map(formOf), b.map(formOf))) {
    const last = runs.at(-1)
    const kind = change.added || change.removed ? 'changed' : 'equal'
    const [toI, toJ] = [change.added ? i : i + change.count, change.removed ? j : j + change.count]
    if (last?.kind === kind) runs[runs.length - 1] = { ...last, toI, toJ }
    else runs.push({ kind, i, j, toI, toJ })
    ;[i, j] = [toI, toJ]
  }
  return toParts(joinIslands(runs, a), { a, b, left, right })
}

/** More edits than this (texts of thousands of words with nothing in common) are one change: nobody reads them singly. */
const EDITS = 6000

function changes(a: string[], b: string[]) {
  return (
    diffArrays(a, b, { maxEditLength: EDITS }) ?? [
      { value: a, added: false, removed: true, count: a.length },
      { value: b, added: true, removed: false, count: b.length },
    ]
  )
}

/** Tokens from `i` to `toI` on the left, `j` to `toJ` on the right. */
interface Run {
  readonly kind: 'equal' | 'changed'
  readonly i: number
  readonly j: number
  readonly toI: number
  readonly toJ: number
}

function formOf(token: Token): string {
  return token.form
}

function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    form: typographic(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** One sign for each family of quotation marks and dashes. */
export function typographic(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
}

/**
 * Joins two changes over an equal stretch shorter than both of them and of at most three words, or of signs only:
 * 'of the' surviving by chance inside a rewritten clause makes the eye jump. As the semantic cleanup of
 * diff-match-patch does for characters.
 */
function joinIslands(runs: readonly Run[], left: readonly Token[]): Run[] {
  const size = (run: Run | undefined) => (run ? Math.max(run.toI - run.i, run.toJ - run.j) : 0)
  const joined: Run[] = []
  for (let k = 0; k < runs.length; k++) {
    const run = runs[k]!
    const [before, after] = [joined.at(-1), runs[k + 1]]
    const island = run.kind === 'equal' && before?.kind === 'changed' && after?.kind === 'changed'
    const words = left.slice(run.i, run.toI).filter((token) => /[\p{L}\p{N}]/u.test(token.form))
    const short =
      words.length > 0 && words.length <= 3 && words.length < Math.min(size(before), size(after))
    const signs = words.length === 0 && Math.max(size(before), size(after)) > 1
    if (island && (short || signs)) {
      joined[joined.length - 1] = { ...before, toI: after.toI, toJ: after.toJ }
      k++
    } else joined.push(run)
  }
  return joined
}

interface Sides {
  readonly a: readonly Token[]
  readonly b: readonly Token[]
  readonly left: string
  readonly right: string
}

/**
 * Runs of tokens to parts of text. The space before inserted or deleted words goes with them (at the very beginning the
 * space after), so that equal parts read the same on both sides; around words that replace one another it is equal.
 */
function toParts(runs: readonly Run[], sides: Sides): DiffPart[] {
  const { a, b, left, right } = sides
  const whole = { start: 0, end: right.length }
  if (runs.length === 0) {
    return [{ kind: 'equal', left: { start: 0, end: left.length }, right: whole, figure: false }]
  }
  const parts: DiffPart[] = []
  let [l, r] = [0, 0]
  runs.forEach((run, k) => {
    const next = runs[k + 1]
    const first = k === 0
    const toL = edge(run, next, {
      list: a,
      from: run.i,
      to: run.toI,
      at: l,
      end: left.length,
      first,
    })
    const toR = edge(run, next, {
      list: b,
      from: run.j,
      to: run.toJ,
      at: r,
      end: right.length,
      first,
    })
    parts.push(toPart(run, { start: l, end: toL }, { start: r, end: toR }, sides))
    ;[l, r] = [toL, toR]
  })
  return parts
}

interface Side {
  readonly list: readonly Token[]
  readonly from: number
  readonly to: number
  /** Where the part begins, and where the text ends. */
  readonly at: number
  readonly end: number
  readonly first: boolean
}

/** Where the part ends on one side. */
function edge(run: Run, next: Run | undefined, side: Side): number {
  if (!next) return side.end
  const following = side.list[side.to]?.start ?? side.end
  if (side.to === side.from) return side.at
  const toFollowing = run.kind === 'equal' ? !isOneSided(next) : side.first && isOneSided(run)
  return toFollowing ? following : side.list[side.to - 1]!.end
}

function isOneSided(run: Run): boolean {
  return run.i === run.toI || run.j === run.toJ
}

function toPart(run: Run, left: Span, right: Span, sides: Sides): DiffPart {
  if (run.kind === 'equal') return { kind: 'equal', left, right, figure: false }
  const figure = figures(sides.a, run.i, run.toI) !== figures(sides.b, run.j, run.toJ)
  const kind = run.i === run.toI ? 'added' : run.j === run.toJ ? 'removed' : 'changed'
  return { kind, left, right, figure }
}

/** The figures among some tokens, as one string. */
function figures(list: readonly Token[], from: number, to: number): string {
  const forms = list.slice(from, to).map(formOf)
  return forms.filter((form) => /\p{N}/u.test(form)).join(' ')
}
