/**
 * Answers as they were sent lately. One generation gives the same request the same answer, and readers of one corpus ask the
 * same: who goes back to the results, opens a link that was shared, or adds a filter and takes it away again.
 */
import type { Context } from 'hono'
import { createRecent, type Recent } from '../recent.ts'
import { pack, sendPacked, takesGzip, type Packed } from './compressed.ts'
import type { Library } from './library.ts'
import type { Env } from './respond.tsx'

/** Answers remembered, with their addresses at most so many bytes each: 16 MB together, mostly a quarter of it. */
const MOST_ANSWERS = 512
const MOST_BYTES = 32 * 1024

const remembered = new WeakMap<Library, Recent<string, Packed>>()

/** Responds with the text that `make` makes, or made when the same was asked; what throws is not remembered. */
export async function sendRemembered(
  c: Context<Env>,
  type: string,
  make: () => Promise<string>,
): Promise<Response> {
  const library = c.get('library')
  const answers = remembered.get(library) ?? createRecent(MOST_ANSWERS)
  remembered.set(library, answers)
  const isCompressed = takesGzip(c.req.header('Accept-Encoding'))
  const key = `${type} ${isCompressed} ${c.get('ui').locale} ${c.req.url}`
  const known = answers.find(key)
  if (known) return sendPacked(c, known, { type })
  const made = pack(await make(), isCompressed)
  if (made.bytes.length + key.length <= MOST_BYTES) answers.keep(key, made)
  return sendPacked(c, made, { type })
}
