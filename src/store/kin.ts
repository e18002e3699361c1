/** kin.jsonl: the relatives of each passage that has some, one line a passage, found by id like passages themselves. */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PassageId, Version } from '../model.ts'
import { decodeOffsets, encodeOffsets } from './offsets.ts'
import { createRecent } from '../recent.ts'

const LINES = 'kin.jsonl'
const OFFSETS = 'kin.offsets'
/** Passages whose relatives are remembered. */
const MOST_KNOWN = 4096

/** What is the same passage elsewhere. */
export interface Kin {
  /** In other years, nearest year first. */
  readonly versions: readonly Version[]
  /** Copies in the same year: the other members of its group. */
  readonly duplicates: readonly PassageId[]
}

/**
 * A passage as its line has it. Only the first of a group lists the copies, or ten thousand copies would each list ten
 * thousand.
 */
interface Kept {
  readonly versions: readonly Version[]
  readonly copies?: readonly PassageId[]
  /** The first of the group that this passage is a copy of. */
  readonly first?: PassageId
}

const none: Kept = { versions: [] }

export interface KinWriter {
  /** Adds passages and their versions, each passage once. */
  add(batch: readonly (readonly [PassageId, readonly Version[]])[]): void
  /** Adds what only has copies, and writes the rest. */
  finish(): void
}

/** Writes relatives into the folder of a generation; `groups` holds the copies of each group's first passage. */
export function createKinWriter(
  folder: string,
  groups: ReadonlyMap<PassageId, readonly PassageId[]>,
): KinWriter {
  const firstOf = new Map<PassageId, PassageId>()
  for (const [first, copies] of groups) for (const copy of copies) firstOf.set(copy, first)
  const placeOf = (id: PassageId): Omit<Kept, 'versions'> => {
    const [copies, first] = [groups.get(id), firstOf.get(id)]
    return copies ? { copies } : first ? { first } : {}
  }
  const ids: PassageId[] = []
  const offsets = [0]
  const file = openSync(join(folder, LINES), 'w')
  const add: KinWriter['add'] = (batch) => {
    let lines = ''
    for (const [id, versions] of batch) {
      const kept: Kept = { versions, ...placeOf(id) }
      const line = `${JSON.stringify([id, kept])}\n`
      ids.push(id)
      offsets.push(offsets.at(-1)! + Buffer.byteLength(line))
      lines += line
    }
    writeFileSync(file, lines)
  }
  return {
    add,
    finish() {
      const written = new Set(ids)
      const all = [...groups.keys(), ...firstOf.keys()]
      add(all.flatMap((id) => (written.has(id) ? [] : [[id, []]])))
      closeSync(file)
      writeFileSync(join(folder, OFFSETS), encodeOffsets(ids, offsets))
    },
  }
}

export interface KinReader {
  of(id: PassageId): Kin
  close(): void
}

/** Opens what a writer wrote. Throws where a file is missing or broken. */
export function openKin(folder: string): KinReader {
  const offsets = decodeOffsets(readFileSync(join(folder, OFFSETS)))
  if (offsets === null) throw new Error(`${OFFSETS} is damaged`)
  const file = openSync(join(folder, LINES), 'r')
  const recent = createRecent<PassageId, Kept>(MOST_KNOWN)
  const find = (id: PassageId): Kept => {
    for (const position of offsets.candidates(id)) {
      const { start, end } = offsets.range(position)
      const bytes = Buffer.allocUnsafe(end - start)
      readSync(file, bytes, 0, end - start, start)
      const [known, kept] = JSON.parse(bytes.toString('utf8')) as [PassageId, Kept]
      if (known === id) return kept
    }
    return none
  }
  return {
    of(id) {
      const { versions, first = id, copies } = recent.get(id, find)
      const group = [first, ...(copies ?? recent.get(first, find).copies ?? [])]
      return { versions, duplicates: group.filter((other) => other !== id) }
    },
    close: () => closeSync(file),
  }
}
