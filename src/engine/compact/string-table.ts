/**
 * Strings by number: `<name>Text` u8, their UTF-8 bytes one after another, and `<name>Starts` u32, where each begins and
 * where the last ends. A string is decoded when it is asked for.
 */
import type { IndexFile, Numbers } from './file.ts'
import { createList, createSink, numbers, push, pushBytes, written } from './numbers.ts'

export interface StringTable {
  readonly size: number
  get(index: number): string
}

export function openStrings(file: IndexFile, name: string): StringTable {
  const text = file.section(`${name}Text`, 'u8')
  const starts = file.section(`${name}Starts`, 'u32')
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength)
  return {
    size: starts.length - 1,
    get: (index) => bytes.toString('utf8', starts[index]!, starts[index + 1]!),
  }
}

export interface StringTableBuilder {
  readonly size: number
  add(text: string): void
  sections(name: string): Record<string, Numbers>
}

export function createStringTable(): StringTableBuilder {
  const text = createSink()
  const starts = createList()
  return {
    get size() {
      return starts.length
    },
    add(value) {
      push(starts, text.length)
      pushBytes(text, Buffer.from(value))
    },
    sections(name) {
      push(starts, text.length)
      return { [`${name}Text`]: written(text), [`${name}Starts`]: numbers(starts) }
    },
  }
}
