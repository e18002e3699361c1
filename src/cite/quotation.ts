/** A quotation and its citation as one text, ready to paste. */
import type { Passage } from '../model.ts'
import type { Citation } from './citation.ts'

/** “Text” and the note under it. The text stays letter for letter, quotation marks inside it too. */
export function quotationText(passage: Passage, citation: Citation): string {
  return `“${passage.text}”\n\n${citation.note}`
}
