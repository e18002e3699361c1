/**
 * A passage as a line of passages.jsonl, and back. What most passages have alike is not written: a text that is as it was
 * printed (a quarter of all bytes), no repairs, no offers, no page, no original that it repeats.
 */
import type { Passage } from '../model.ts'

/** What may be left out, as it is where it has been. */
type Usual = Pick<Passage, 'page' | 'text' | 'repairs' | 'offers' | 'duplicateOf'>
type Written = Omit<Passage, keyof Usual> & Partial<Usual>

/** The passage as JSON, without the end of the line. */
export function encodePassage(passage: Passage): string {
  const { page, printed, text, repairs, offers, duplicateOf } = passage
  // What is undefined, JSON leaves out.
  const written: Record<keyof Passage, unknown> = {
    ...passage,
    page: page ?? undefined,
    text: text === printed ? undefined : text,
    repairs: repairs.length === 0 ? undefined : repairs,
    offers: offers.length === 0 ? undefined : offers,
    duplicateOf: duplicateOf ?? undefined,
  }
  return JSON.stringify(written)
}

/** The passage of a line. Throws where the line is not JSON. */
export function decodePassage(line: string): Passage {
  const written = JSON.parse(line) as Written
  const { page = null, text = written.printed, duplicateOf = null } = written
  const { repairs = [], offers = [] } = written
  return { ...written, page, text, repairs, offers, duplicateOf }
}
