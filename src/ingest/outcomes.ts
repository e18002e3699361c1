/** What the files of a corpus come to: taken from the cache, or read, cut, repaired and labelled. */
import type { Problem, Vocabulary } from '../model.ts'
import { cacheKey, type Cache, type Outcome } from './cache.ts'
import type { Entry, GenerationWriter } from './generation.ts'
import { createMeter, type IngestProgress } from './progress.ts'
import type { Stages } from './stages.ts'

export interface MakingOptions {
  /** Makes everything anew, whatever is known. */
  readonly force?: boolean
  readonly onProgress?: (progress: IngestProgress) => void
  readonly stages: Stages
}

/**
 * Sees to it that every file's outcome is in the cache, and hands it to the writer: at once until the first damaged
 * document, from there on when all clean ones have shown their words. `keys` are those of the outcomes handed over.
 */
export async function makeOutcomes(
  entries: readonly Entry[],
  cache: Cache,
  options: MakingOptions,
  writer: GenerationWriter,
) {
  const { stages, force = false } = options
  const meter = createMeter('read', entries, options.onProgress)
  const problems: Problem[] = []
  const vocabularies: Vocabulary[] = []
  let [made, reused, unsettled, any, held] = [0, 0, 0, false, entries.length]
  for (const [at, entry] of entries.entries()) {
    const before = force ? null : cache.get(entry.key)
    const known = before && isSettled(before) ? before : null
    if (known) reused++
    else made++
    const outcome = known ?? again(await makeOutcome(entry, stages), before)
    if (!known) cache.put(entry.key, outcome)
    if (!isSettled(outcome)) unsettled++
    vocabularies.push(outcome.vocabulary)
    if (outcome.vocabulary.unread.length > 0) held = Math.min(held, at)
    if (at < held) writer.add(entry, outcome)
    problems.push(...outcome.problems)
    any ||= outcome.passages.length > 0
    meter(entry)
  }
  const ownWords = held < entries.length ? stages.ownWordsFor(vocabularies) : new Map()
  const waiting = entries.slice(held).map((entry, i) => withOwnWords(entry, ownWords.get(held + i)))
  for (const each of waiting)
    writer.add(each.entry, await outcomeWithOwnWords(each, cache, options))
  const keys = waiting.map(({ entry }) => entry.key)
  return { problems, any, keys, counts: { made, reused, unsettled } }
}

/** A reader that hangs or runs out of memory may have had a bad day: it gets a second one, but not one every day. */
const MOST_TRIES = 2

const isSettled = ({ tries = 0 }: Outcome) => tries === 0 || tries >= MOST_TRIES

/** Counts the tries of a file whose reader was lost, and says what comes of it. */
function again(outcome: Outcome, before: Outcome | null): Outcome {
  if (outcome.tries === undefined) return outcome
  const tries = (before?.tries ?? 0) + outcome.tries
  const next =
    tries < MOST_TRIES ? 'the next ingest tries once more' : 'twice; --force tries once more'
  const problems = outcome.problems.map((each) => ({
    ...each,
    message: `${each.message}; ${next}`,
  }))
  return { ...outcome, tries, problems }
}

interface Informed {
  readonly entry: Entry
  readonly words?: ReadonlyMap<string, number>
}

/**
 * A damaged document's entry under a key that also names the words of the clean ones that matter to it, so that it is
 * made again when these change and not else. All keys follow from the plain ones, which make the version.
 */
function withOwnWords(entry: Entry, words: ReadonlyMap<string, number> | undefined): Informed {
  if (!words) return { entry }
  return { entry: { ...entry, key: `${entry.key}-${cacheKey([...words]).slice(0, 8)}` }, words }
}

async function outcomeWithOwnWords(
  { entry, words }: Informed,
  cache: Cache,
  { stages, force = false }: MakingOptions,
): Promise<Outcome> {
  const known = force && words ? null : cache.get(entry.key)
  if (known) return known
  const outcome = await makeOutcome(entry, stages, words)
  cache.put(entry.key, outcome)
  return outcome
}

async function makeOutcome(
  entry: Entry,
  stages: Stages,
  ownWords?: ReadonlyMap<string, number>,
): Promise<Outcome> {
  // The readers take long to load, and an unchanged corpus needs none.
  const { readCorpusFile } = await import('../read/reading.ts')
  const { document: source, problems: complaints, isLost } = await readCorpusFile(entry, entry)
  if (!source) {
    const nothing = { document: null, passages: [], vocabulary: noVocabulary }
    return { ...nothing, problems: complaints, ...(isLost ? { tries: 1 } : {}) }
  }
  const { problems, ...ingested } = await stages.ingest(source, ownWords)
  return { ...ingested, problems: [...complaints, ...problems] }
}

const noVocabulary: Vocabulary = { clean: [], unread: [] }
