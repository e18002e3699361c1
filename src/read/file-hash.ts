/** What a file of the corpus is known by, without the readers that it may never need. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CorpusFile } from './corpus.ts'

/** No file above this is read: 64 MB of text are some twenty thousand pages, and it is held whole while it is cut up. */
export const MAX_BYTES = 64 << 20

/** What tells whether a file changed: SHA-256 of its bytes, or what stands for it where it cannot or must not be read. */
export async function hashFile({ path, bytes, member }: CorpusFile): Promise<string> {
  if (member) return sha256(`${member.name}\0${member.checksum}\0${bytes}`)
  return sha256(bytes > MAX_BYTES ? `${bytes}` : await readFile(path).catch(reason))
}

/** SHA-256 in hex. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** What an error says, in one line. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0]! : String(error)
}
