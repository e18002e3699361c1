/** Which of its candidates a printed word is: how it was read, how common each is, and what stands around it. */
import { isCapitals, type Candidate } from './candidates.ts'
import { calibrate, classOf } from './confidence.ts'
import {
  choosesAmong,
  fit,
  hashForm,
  rarityOf,
  SHARE_WEIGHT,
  type FormHashes,
  type Surroundings,
} from './context.ts'
import type { Edit } from './edits.ts'
import { hashNeighbours, neighboursOf } from './neighbours.ts'
import type { Reader, Reading } from './reader.ts'
import { isAcceptedVariant } from './variants.ts'
import { verbSlot } from './verb-slots.ts'
import { skeletonOf, type Word } from './words.ts'

/** What holds for the whole document a word stands in. */
export interface Circumstances {
  readonly reader: Reader
  /** ln by which past tenses in -ó are commoner here than where the context model learned. */
  readonly narrative: number
  /** Share of the document's words that are a word, whatever its accents (by its skeleton), by other readings than `printed`. */
  shown(skeleton: string, printed: string): number
}

/** How much of a word's commonness is what the document itself shows of it. */
const SHOWN_WEIGHT = 0.3

/** Powers of ten by which a reading may be rarer than the printed word before no context can save it. */
const HOPELESS = 4

/** What of a choice is the same wherever a word is printed. */
interface Options {
  readonly known: boolean
  /** Readings that are worth a thought; the word as printed, where it is one, is not among them. */
  readonly others: readonly Candidate[]
  readonly asPrinted: Candidate | undefined
  readonly groups: readonly Group[]
}

/** Candidates that differ in accents only. */
interface Group {
  readonly skeleton: string
  /** Their share of running text together. */
  readonly share: number
  readonly twins: readonly Twin[]
}

interface Twin {
  readonly form: string
  readonly logShare: number
  /** Null where the context model knows nothing of the group. */
  readonly hashes: FormHashes | null
}

/** What was thought of a reading before; null where no other is worth a thought. */
const remembered = new WeakMap<Reading, Options | null>()

function optionsOf(printed: string, reader: Reader): Options | null {
  const reading = reader.read(printed)
  let options = remembered.get(reading)
  if (options === undefined) {
    options = findOptions(printed.toLowerCase(), reading, reader)
    remembered.set(reading, options)
  }
  return options
}

function findOptions(
  printed: string,
  { known, candidates }: Reading,
  reader: Reader,
): Options | null {
  const ownShare = known ? reader.logShare(printed) : -Infinity
  const others = candidates.filter(
    (c) =>
      c.form !== printed &&
      c.cost + reader.logShare(c.form) > ownShare - HOPELESS &&
      !(known && isAcceptedVariant(printed, c.form)) &&
      !isImprobable(c, reader),
  )
  if (others.length === 0) return null
  const asPrinted = candidates.find((c) => c.form === printed)
  return { known, others, asPrinted, groups: groupTwins(candidates, reader) }
}

function groupTwins(candidates: readonly Candidate[], reader: Reader): Group[] {
  const groups = new Map<string, string[]>()
  for (const { form } of candidates) {
    const skeleton = skeletonOf(form)
    groups.set(skeleton, [...(groups.get(skeleton) ?? []), form])
  }
  return [...groups].map(([skeleton, forms]) => {
    const isLearned = choosesAmong(forms)
    const twins = forms.map((form) => {
      const logShare = reader.logShare(form)
      return { form, logShare, hashes: isLearned ? hashForm(form, rarityOf(logShare)) : null }
    })
    const share = twins.reduce((sum, twin) => sum + 10 ** twin.logShare, 0)
    return { skeleton, share, twins }
  })
}

/** The likeliest other reading of a word with its probability, or null where none is worth a thought. */
export function choose(
  text: string,
  words: readonly Word[],
  at: number,
  circumstances: Circumstances,
): Edit | null {
  const word = words[at]!
  const { reader } = circumstances
  const options = optionsOf(word.text, reader)
  if (!options) return null
  const { known, others, asPrinted } = options
  const likely = formScores(word, options, {
    ...circumstances,
    around: () => lookAround(text, words, at, reader),
  })
  const score = (c: Candidate) => c.cost * Math.LN10 + likely.get(c.form)!
  const scores = others.map(score)
  const own = asPrinted ? score(asPrinted) : unknownLogShare(text, word) * Math.LN10
  const best = scores.indexOf(Math.max(...scores))
  const winner = others[best]!
  const sum = scores.reduce((all, one) => all + Math.exp(one - scores[best]!), 0)
  const confidence = 1 / (sum + Math.exp(own - scores[best]!))
  const printed = word.text.toLowerCase()
  const logShare = (form: string) => (known || form !== printed ? reader.logShare(form) : null)
  const change = classOf(word.text, winner.word, logShare)
  return {
    rule: nameOf(winner, known),
    start: word.start,
    end: word.end,
    after: lowerInside(text, words, at, winner.word),
    confidence: calibrate(confidence, reader.lexicon.calibration[change]),
  }
}

/** Abbreviations and scraps the dictionary lists ('mín', 'heb'), rare words for scraps of headings, and the future subjunctive. */
function isImprobable(candidate: Candidate, reader: Reader): boolean {
  if (/[áé]remos$/.test(candidate.form)) return true
  const seen = reader.logShare(candidate.form) > -7
  return !seen && (candidate.form.length <= 4 || isCapitals(candidate.word))
}

/**
 * ln of the chance of each candidate before one looks at how it was read: how common it is together with its twins
 * (forms that differ in accents only), and which of the twins fits between the neighbours.
 */
function formScores(
  word: Word,
  { known, groups }: Options,
  { reader, narrative, shown, around }: Circumstances & { readonly around: () => Surroundings },
): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  let surroundings: Surroundings | undefined
  for (const { skeleton, share: counted, twins } of groups) {
    // Where the printed word is a word, how often the document shows it says nothing of its accent.
    const isOwn = known && skeleton === word.skeleton
    const share = counted + (isOwn ? 0 : SHOWN_WEIGHT * shown(skeleton, word.text))
    if (twins.length === 1) {
      scores.set(twins[0]!.form, Math.log(share))
      continue
    }
    const fits = twins.map(({ form, logShare, hashes }) => {
      const common = logShare * Math.LN10
      if (!hashes) return Math.exp(common)
      const past = form.endsWith('ó') ? narrative : 0
      const fitting = fit(reader.lexicon.context, hashes, (surroundings ??= around()))
      return Math.exp(common * SHARE_WEIGHT + fitting + past)
    })
    const all = fits.reduce((sum, one) => sum + one, 0)
    for (const [i, twin] of twins.entries())
      scores.set(twin.form, Math.log((share * fits[i]!) / all))
  }
  return scores
}

function lookAround(
  text: string,
  words: readonly Word[],
  at: number,
  reader: Reader,
): Surroundings {
  const hashes = hashNeighbours(neighboursOf(text, words, at))
  return { hashes, verb: verbSlot(reader.lexicon.slots, hashes) }
}

/** Whether a word opens a sentence or a line of its own, where capitals say nothing. */
export function opensSentence(text: string, word: Word): boolean {
  const before = text.slice(Math.max(0, word.start - 6), word.start)
  return /(?:^|[.:;!?¿¡•*-]\s*|\n\s*\n\s*)$/.test(before)
}

/** log10 of the chance that an unknown printed word is right as it stands, or a scrap: a name, an acronym, a few letters far more than a small word. */
function unknownLogShare(text: string, word: Word): number {
  if (/\d/.test(word.text)) return -13
  if (isCapitals(word.text)) return word.text.length < 6 ? -7 : -9
  if (!/^\p{Lu}/u.test(word.text)) return word.text.length < 5 ? -8.5 : -10.5
  return opensSentence(text, word) ? -9.5 : -7.5
}

/** A capital U for ú in the middle of a sentence is a misread small letter: 'la Unica' → 'la única'. */
function lowerInside(text: string, words: readonly Word[], at: number, repaired: string): string {
  const word = words[at]!
  if (word.text[0] !== 'U' || repaired[0] !== 'Ú' || /\p{Lu}/u.test(word.text.slice(1)))
    return repaired
  const [before, after] = [words[at - 1], words[at + 1]]
  const inside =
    before !== undefined &&
    /^\p{Ll}/u.test(before.text) &&
    /^\s$/.test(text.slice(before.end, word.start)) &&
    !(after && /^\p{Lu}/u.test(after.text))
  return inside ? `ú${repaired.slice(1)}` : repaired
}

function nameOf({ undone }: Candidate, known: boolean): string {
  const kinds = new Set(undone.map((row) => row.kind))
  if (kinds.has('lost')) return 'lost-letter'
  if (kinds.has('english')) return 'english-ending'
  if (kinds.has('letter')) return 'misread-letter'
  if (kinds.has('enye')) return 'misread-enye'
  if (kinds.has('vowel')) return 'misread-vowel'
  return known ? 'accent-by-context' : 'lost-accent'
}
