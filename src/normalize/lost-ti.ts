/** Text layers of PDFs whose font joins 't' and 'i': the pair comes out as another sign. */
import type { Edit } from './edits.ts'
import type { Reader } from './reader.ts'

const broken = /(?<![\p{L}\p{N}])\p{L}{2,}(?:[:;K\ue000-\uf8ff]\p{Ll}{2,})+(?![\p{L}\p{N}])/gu

/** Whether there is anything to look at: the sign between letters. */
const suspicious = /[a-zñáéíóú][:;K\ue000-\uf8ff][a-zñáéíóú]/

/**
 * Put back a 'ti' that a text layer shows as a sign inside a word, where that makes a word and nothing else does.
 *
 *     'Ins:tuto', 'IniciaKvas', 'par\ue000cipación'  →  'Instituto', 'Iniciativas', 'participación'
 *     'Ley:que', 'McKinley', 'capítulo:artículo'     →  unchanged: no word comes of it
 */
export function findLostTi(text: string, reader: Reader): Edit[] {
  if (!suspicious.test(text)) return []
  const edits: Edit[] = []
  for (const match of text.matchAll(broken)) {
    const [printed] = match
    if (printed.split(/[:;]/).every((part) => part.length > 3 && reader.read(part).known)) continue
    const after = printed.replaceAll(/[:;K\ue000-\uf8ff]/gu, 'ti')
    if (!reader.read(after).known || reader.read(printed).known) continue
    const start = match.index
    edits.push({ rule: 'lost-ti', start, end: start + printed.length, after, confidence: 0.97 })
  }
  return edits
}
