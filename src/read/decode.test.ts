import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const spanish = 'Niños víctimas de trata en el Perú: «atención».\nSegunda línea.'
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
const mark = (...bytes: number[]) => Buffer.from(bytes)

const cases = [
  ['UTF-8', Buffer.from(spanish), 'utf-8'],
  ['UTF-8 with a mark', Buffer.concat([mark(0xef, 0xbb, 0xbf), Buffer.from(spanish)]), 'utf-8'],
  ['UTF-16 LE', Buffer.concat([mark(0xff, 0xfe), Buffer.from(spanish, 'utf16le')]), 'utf-16le'],
  [
    'UTF-16 BE',
    Buffer.concat([mark(0xfe, 0xff), swapped(Buffer.from(spanish, 'utf16le'))]),
    'utf-16be',
  ],
  ['UTF-16 LE without a mark', Buffer.from(spanish, 'utf16le'), 'utf-16le'],
  ['UTF-16 BE without a mark', swapped(Buffer.from(spanish, 'utf16le')), 'utf-16be'],
  ['Latin-1', Buffer.from(spanish, 'latin1'), 'windows-1252'],
  ['Windows line ends', Buffer.from(spanish.replaceAll('\n', '\r\n')), 'utf-8'],
  ['line ends converted twice', Buffer.from(spanish.replaceAll('\n', '\r\r\n')), 'utf-8'],
  ['old Mac line ends', Buffer.from(spanish.replaceAll('\n', '\r')), 'utf-8'],
] as const

describe('decode', () => {
  it.each(cases)('reads %s', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: spanish, encoding, complaint: null })
  })

  it('reads the quotation marks and dashes of Windows-1252', () => {
    expect(decode(Buffer.from('\x93trata\x94 \x96 s\xed', 'latin1'))?.text).toBe('“trata” – sí')
  })

  it.each([
    ['macintosh', '\x96 \x97 \x87 \x8e \x92 \x9c'],
    ['ibm850', '\xa4 \xa2 \xa0 \x82 \xa1 \xa3'],
    ['windows-1252', '\xf1 \xf3 \xe1 \xe9 \xed \xfa'],
  ])('tells %s by the letters inside Spanish words', (encoding, letters) => {
    const written = 'Los niños: acción más rápida; también él, aquí, según Perú dijo.'
    const known = 'ñ ó á é í ú'.split(' ')
    const bytes = Buffer.from(
      written.replace(/[^\0-\x7f]/g, (letter) => letters.split(' ')[known.indexOf(letter)]!),
      'latin1',
    )
    expect(decode(bytes)).toMatchObject({ text: written, encoding })
  })

  it('takes quotation marks and dashes inside English words for what they are', () => {
    const bytes = Buffer.from('the state\x92s\x97and the year\x92s\x96many\x92s', 'latin1')
    expect(decode(bytes)?.text).toBe('the state’s—and the year’s–many’s')
  })

  it('keeps the blank lines of an old Mac', () => {
    expect(decode(Buffer.from('one\r\rtwo'))?.text).toBe('one\n\ntwo')
  })

  it('leaves stray NULs out and says so', () => {
    expect(decode(Buffer.from('The Govern\0ment of Peru identified victims'))).toMatchObject({
      text: 'The Government of Peru identified victims',
      complaint: '1 NUL characters were left out',
    })
  })

  it('refuses what is no text', () => {
    expect(decode(Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)))).toBeNull()
  })

  it('gives back any text that was written in UTF-8', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).map((s) => s.replace(/\p{Cc}/gu, ''))
    fc.assert(
      fc.property(text, (s) => {
        expect(decode(Buffer.from(s))?.text).toBe(s)
      }),
    )
  })
})
