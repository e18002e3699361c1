/** A figure that was a word: the conjunction 'o' read as a zero. */
import type { Edit } from './edits.ts'
import type { Word } from './words.ts'

/** Words after which a zero is a number. */
const beforeNumber =
  /^(?:a|de|en|es|son|era|valor|igual|menos|mas|grado|grados|nivel|numero|entre|desde|hasta|por|con|cero|coma|punto|menor|mayor|tipo|fase|dia|hora|horas|articulo|anexo|ley|n|no|nro|num)$/
/** Words before which a zero counts something. */
const afterNumber =
  /^(?:a|grados|km|metros|anos|puntos|casos|soles|dolares|euros|kg|m|cm|mm|ha|y|horas|minutos|c|v)$/

/**
 * Read a zero between two small Spanish words as the conjunction.
 *
 *     'venta 0 trata', 'uno o0 más'          →  'venta o trata', 'uno o más'
 *     'de 0 a 5', 'igual a 0', '0 casos', '10 0 12'  →  unchanged: figures
 */
export function isLoneZero(text: string, words: readonly Word[], at: number): boolean {
  if (!/^(?:0|o0|0o|oO|Oo)$/.test(words[at]!.text)) return false
  const [before, after] = [words[at - 1], words[at + 1]]
  if (!before || !after) return false
  const spaces = /^[ \n]$/
  return (
    spaces.test(text.slice(before.end, words[at]!.start)) &&
    spaces.test(text.slice(words[at]!.end, after.start)) &&
    /^\p{L}*\p{Ll}$/u.test(before.text) &&
    /^\p{Ll}+$/u.test(after.text) &&
    !beforeNumber.test(before.skeleton) &&
    !afterNumber.test(after.skeleton) &&
    !(after.skeleton === 'por' && /^(?:ciento|cada|mil)$/.test(words[at + 2]?.skeleton ?? ''))
  )
}

export function loneZeroEdit({ start, end }: Word): Edit {
  return { rule: 'lone-zero', start, end, after: 'o', confidence: 0.97 }
}
