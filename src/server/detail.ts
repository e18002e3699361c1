/** A passage with all that is known of it, as the reader of this request is told it. */
import type { Context } from 'hono'
import { loadCiter } from '../load/citer.ts'
import type { Passage } from '../model.ts'
import { passageDetail, type PassageDetail } from '../passages/detail.ts'
import type { Env } from './respond.tsx'

/** Passages shown before and after. */
const reach = 2

/** The day of access is the server's; citations speak the language of the page. */
export function detailOf(c: Context<Env>, passage: Passage): PassageDetail {
  const ui = c.get('ui')
  const date = new Date().toISOString().slice(0, 10)
  const { store } = c.get('library')
  const { origin, locale: language } = ui
  return passageDetail(passage, { store, citer: loadCiter(), origin, date, language, reach })
}
