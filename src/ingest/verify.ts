/** Is an index whole? Every file as written, every passage readable, undoable, where it says it stands, and found. */
import { join } from 'node:path'
import type { SearchEngine } from '../engine/engine.ts'
import type { Passage } from '../model.ts'
import { undo } from '../normalize/repair.ts'
import { readCorpusFile } from '../read/reading.ts'
import { readChecksums } from '../store/reader.ts'
import type { PassageStore } from '../store/store.ts'
import { checksumsOf } from '../store/writer.ts'

export interface Check {
  readonly name: string
  readonly checked: number
  readonly failed: number
  /** The first failures, one line each. */
  readonly failures: readonly string[]
}

export interface Verification {
  readonly version: string
  readonly ok: boolean
  readonly checks: readonly Check[]
}

export interface VerifyOptions {
  /** The generation's folder, its store and its engine. */
  readonly folder: string
  readonly store: PassageStore
  readonly engine: SearchEngine
  /** Where the documents stand, to compare passages with them; files that changed since are passed over. */
  readonly corpus: string
}

const SHOWN = 10

/** Checks one generation. Throws only where a file it needs cannot be read at all. */
export async function verifyIndex(options: VerifyOptions): Promise<Verification> {
  const { folder, store } = options
  const checks = [checkFiles(folder), ...checkPassages(store), await checkEngine(options)]
  checks.push(await checkSources(options))
  const ok = checks.every((check) => check.failed === 0)
  return { version: store.manifest.version, ok, checks }
}

function createCheck(name: string) {
  const failures: string[] = []
  let [checked, failed] = [0, 0]
  return {
    expect(holds: boolean, failure: () => string) {
      checked++
      if (holds) return
      failed++
      if (failures.length < SHOWN) failures.push(failure())
    },
    result: (): Check => ({ name, checked, failed, failures }),
  }
}

function checkFiles(folder: string): Check {
  const check = createCheck('files are as written')
  const written = readChecksums(folder)
  const found = checksumsOf(folder)
  for (const name of new Set([...Object.keys(written), ...Object.keys(found)]))
    check.expect(written[name] === found[name], () =>
      found[name] === undefined ? `${name} is missing` : `${name} is not what was written`,
    )
  return check.result()
}

function checkPassages(store: PassageStore): Check[] {
  const found = createCheck('passages are found by their ids')
  const undone = createCheck('undoing the repairs gives what was printed')
  const spans = createCheck('spans lie within the text')
  const targets = createCheck('duplicates name a passage')
  const counts = createCheck('documents have the passages they count')
  const perDocument = new Map<string, number>()
  for (const passage of store.all()) {
    const { id, documentId, text, repairs, offers, source, duplicateOf } = passage
    perDocument.set(documentId, (perDocument.get(documentId) ?? 0) + 1)
    found.expect(store.passage(id)?.printed === passage.printed, () => id)
    undone.expect(undo(text, repairs) === passage.printed, () => id)
    const all = [...repairs, ...offers].every(({ span }) => isWithin(span, text.length))
    spans.expect(all && isWithin(source, Infinity), () => id)
    if (duplicateOf !== null)
      targets.expect(store.passage(duplicateOf) !== null, () => `${id} → ${duplicateOf}`)
  }
  for (const { id, passages } of store.documents)
    counts.expect((perDocument.get(id) ?? 0) === passages, () => id)
  const total = [...perDocument.values()].reduce((sum, n) => sum + n, 0)
  counts.expect(total === store.manifest.passages, () => `${total} ≠ ${store.manifest.passages}`)
  return [found, undone, spans, targets, counts].map((check) => check.result())
}

const isWithin = ({ start, end }: { start: number; end: number }, length: number) =>
  0 <= start && start <= end && end <= length

async function checkEngine({ store, engine }: VerifyOptions): Promise<Check> {
  const check = createCheck('the engine has all passages')
  const none = { include: [], exclude: [] }
  const facets = { year: none, section: none, lang: none, doc: none, country: none }
  const { total, documents } = await engine.search({
    clause: { kind: 'all' },
    filters: { facets, yearMin: null, yearMax: null },
    sort: 'relevance',
    offset: 0,
    limit: 1,
    collapse: false,
  })
  const { passages } = store.manifest
  const holding = store.documents.filter((document) => document.passages > 0).length
  check.expect(total === passages, () => `${total} in the engine, ${passages} in the store`)
  check.expect(documents === holding, () => `${documents} documents, ${holding} in the store`)
  return check.result()
}

/** The letters of a passage stand in its file, in order, where it says; for files that are still what they were. */
async function checkSources({ store, corpus }: VerifyOptions): Promise<Check> {
  const check = createCheck('passages stand in their files where they say')
  for (const { id, file, hash } of store.documents) {
    const entry = { id, file, path: join(corpus, file), bytes: 0, declared: {} }
    const { document } = await readCorpusFile(entry)
    if (document?.hash !== hash) continue
    for (const passage of store.passagesOf(id))
      check.expect(standsIn(passage, document.text), () => passage.id)
  }
  return check.result()
}

function standsIn({ printed, source }: Passage, text: string): boolean {
  const wanted = letters(printed)
  const there = letters(text.slice(source.start, source.end))
  let at = 0
  for (let i = 0; i < there.length && at < wanted.length; i++) if (there[i] === wanted[at]) at++
  return at === wanted.length
}

const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '')
