/** Made passages in which everything happens often: few words in many forms, damaged spellings, copies, unknown labels. */
import type { LanguageTag, Passage, Provenance, Repair } from '../../model.ts'
import { createRandom } from '../random.ts'

const words: Readonly<Record<LanguageTag, string>> = {
  en: 'victim victims trafficking traffickers shelter shelters police identified identify the of gold in',
  es: 'víctima víctimas niño niños niñas refugio investigación investigaciones la de oro policía en',
  und: 'oro gold victims víctimas lima 2021 1,054',
}
/** What an engine that knows no Spanish makes of these. */
const damaged: Readonly<Record<string, string>> = {
  niños: 'nifios',
  niñas: 'nifias',
  víctimas: 'victirnas',
}

const known: Provenance = { by: 'detected', evidence: '' }

export function madePassages(count: number, seed: number): Passage[] {
  const random = createRandom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const passages: Passage[] = []
  for (let at = 0; at < count; at++) {
    const copied = at > 4 && random() < 0.2 ? pick(passages) : null
    const language = copied?.language ?? pick<LanguageTag>(['en', 'es', 'es', 'en', 'und'])
    const written =
      copied ??
      write(
        Array.from({ length: 5 + Math.floor(random() * 14) }, () =>
          pick(words[language].split(' ')),
        ),
        random,
      )
    const documentId = `doc-${at % 4}`
    passages.push({
      id: `${documentId}.p${at}`,
      documentId,
      ordinal: 1 + Math.floor(at / 4),
      kind: 'paragraph',
      page: null,
      heading: null,
      section: pick(['protection', 'prosecution', null]),
      language,
      year: pick([2019, 2020, 2021, null]),
      country: pick(['Peru', 'Costa Rica', null]),
      printed: written.printed,
      text: written.text,
      repairs: written.repairs,
      offers: [],
      source: { file: `${documentId}.txt`, start: 0, end: 0 },
      duplicateOf: copied ? (copied.duplicateOf ?? copied.id) : null,
      labels: { language: known, section: known, year: known, country: known },
    })
  }
  return passages
}

/** Sentences of some words; every second damaged word was repaired. */
function write(chosen: readonly string[], random: () => number) {
  const repairs: Repair[] = []
  let text = ''
  let printed = ''
  let begins = true
  for (const [at, word] of chosen.entries()) {
    const space = at === 0 ? '' : ' '
    const stop = at === chosen.length - 1 || random() < 0.2 ? '.' : ''
    const before = damaged[word]
    const shown = begins ? word[0]!.toUpperCase() + word.slice(1) : word
    const misread = before === undefined || random() < 0.5 ? shown : before
    if (misread !== shown) {
      const start = text.length + space.length
      repairs.push({
        rule: 'made',
        span: { start, end: start + shown.length },
        before: misread,
        after: shown,
        confidence: 1,
      })
    }
    text += space + shown + stop
    printed += space + misread + stop
    begins = stop !== ''
  }
  return { text, printed, repairs }
}
