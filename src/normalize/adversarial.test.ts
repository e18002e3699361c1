import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../load/lexicon.ts'
import { damageText } from '../training/simulated-damage.ts'
import { createRepairer, undo } from './repair.ts'

const pages: readonly { readonly label: string; readonly text: string }[] = JSON.parse(
  readFileSync(new URL('./cases/adversarial.json', import.meta.url), 'utf8'),
)
const kept = (text: string) => [...text.matchAll(/⟦([^⟧]*)⟧/g)].map((match) => match[1]!)
const ways = [1, 2, 3]

const read = (text: string, way: number) => {
  const lexicon = loadLexicon()
  const { raw } = damageText(text, lexicon.misreadings, way)
  return { raw, ...createRepairer(raw, { lexicon }).repair(raw, 'und') }
}

describe('pages of what looks like damage and is none', () => {
  it.each(pages)('keeps every figure, code and address: $label', ({ text }) => {
    const exact = kept(text).flatMap((part) => part.match(/\S*[\d@/_]\S*/g) ?? [])
    for (const way of ways) for (const token of exact) expect(read(text, way).text).toContain(token)
  })

  it.each(
    pages.filter(({ label }) =>
      /quoted as|e-mail|throughout|Quechua|Aymara|Catalan|Italian|Latin|English/.test(label),
    ),
  )('leaves as written: $label', ({ text }) => {
    for (const way of ways)
      for (const part of kept(text)) expect(read(text, way).text).toContain(part)
  })

  it.each(pages)('comes back from undo: $label', ({ text }) => {
    for (const way of ways) {
      const { raw, text: repaired, repairs } = read(text, way)
      expect(undo(repaired, repairs)).toBe(raw)
    }
  })
})
