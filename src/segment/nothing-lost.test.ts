import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plain } from '../testing/plain-document.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { segment } from './segment.ts'

/** How often each letter and digit occurs: equal where no word was lost and none was made up. */
function letters(text: string): string {
  const counts = new Uint32Array(0x10000)
  const bare = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  for (let index = 0; index < bare.length; index++) counts[bare.charCodeAt(index)]! += 1
  return counts.reduce((all, count, letter) => (count ? `${all}${letter}:${count} ` : all), '')
}

describe('no word is lost', () => {
  it('in any text', () => {
    const piece = fc.constantFrom(
      'The law',
      'prohibits',
      'it.',
      '\n',
      '\n\n',
      '\f',
      ' • ',
      '* ',
      '# ',
      '12',
      'anti-\n',
      '[^3]',
      '[^3]: ',
      '**',
      '_a_',
      'PROTECCIÓN',
      'Section 1.',
      '--- Página 3 ---',
      '```\n',
      '  ',
      '\u00ad\n',
      '--- \n',
      '(^2) ',
      'a. ',
      '¢ ',
      'title: x',
      '[b](c)',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 }),
        (pieces) => {
          const text = pieces.join('')
          const held = segment(plain(text))
            .map((block) => block.printed)
            .join(' ')
          expect(letters(held)).toBe(letters(text))
        },
      ),
      { numRuns: 120 },
    )
  })

  const folder = sharedPath('eval/documents')
  it.skipIf(folder === null)(
    'in any development document',
    () => {
      const files = readdirSync(folder!, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.txt'),
      )
      for (const file of files) {
        const text = readFileSync(join(folder!, file), 'utf8')
        const held = segment(plain(text))
          .map((block) => block.printed)
          .join(' ')
        expect(letters(held) === letters(text), file).toBe(true)
      }
    },
    30_000,
  )
})
