import fc from 'fast-check'
import { francAll } from 'franc'
import { expect, it } from 'vitest'
import { nearerLanguage } from './trigrams.ts'

const words = 'the of y los niños trata ación “report” 2021, ÍNDICE İ Ж 中 e\u0301 | ¿qué?'.split(
  ' ',
)
const text = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((some) => some.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

it('says of any text what franc says, to the last bit', () => {
  fc.assert(
    fc.property(text, (any) => {
      const [first, second] = francAll(any, { only: ['eng', 'spa'], minLength: 24 })
      const value = first![0] === 'eng' ? 'en' : first![0] === 'spa' ? 'es' : 'und'
      const margin = value === 'und' ? 0 : first![1] - (second?.[1] ?? 0)
      expect(nearerLanguage(any, 24)).toEqual({ value, margin })
    }),
    { numRuns: 500 },
  )
})
