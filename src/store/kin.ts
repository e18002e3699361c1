/** kin.jsonl: the relatives of each passage that has some, one line a passage, found by id like passages themselves. */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PassageId, Version } from '../model.ts'
import { decodeOffsets, encodeOffsets } from './offsets.ts'
import { createRecent } from './recent.ts'

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

const none: Kin = { versions: [], duplicates: [] }

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
  const groupOf = new Map<PassageId, readonly PassageId[]>()
  for (const [first, copies] of groups) {
    const group = [first, ...copies]
    for (const id of group) groupOf.set(id, group)
  }
  const copiesOf = (id: PassageId) => (groupOf.get(id) ?? []).filter((other) => other !== id)
  const ids: PassageId[] = []
  const offsets = [0]
  const file = openSync(join(folder, LINES), 'w')
  const add: KinWriter['add'] = (batch) => {
    let lines = ''
    for (const [id, versions] of batch) {
      const kin: Kin = { versions, duplicates: copiesOf(id) }
      const line = `${JSON.stringify([id, kin])}\n`
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
      add([...groupOf.keys()].flatMap((id) => (written.has(id) ? [] : [[id, []]])))
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
  const recent = createRecent<PassageId, Kin>(MOST_KNOWN)
  const find = (id: PassageId): Kin => {
    for (const position of offsets.candidates(id)) {
      const { start, end } = offsets.range(position)
      const bytes = Buffer.allocUnsafe(end - start)
      readSync(file, bytes, 0, end - start, start)
      const [known, kin] = JSON.parse(bytes.toString('utf8')) as [PassageId, Kin]
      if (known === id) return kin
    }
    return none
  }
  return {
    of: (id) => recent.get(id, find),
    close: () => closeSync(file),
  }
}
