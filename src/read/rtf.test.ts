import { describe, expect, it } from 'vitest'
import { parseRtf } from './rtf.ts'

const read = (body: string, head = '') => {
  const source = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}${head}${body}}`
  const { text, marks } = parseRtf(Buffer.from(source, 'latin1'))
  return marks.map(
    ({ kind, span, level }) => `${kind}${level ?? ''}: ${text.slice(span.start, span.end)}`,
  )
}

describe('parseRtf', () => {
  it('reads code pages, Unicode escapes and footnotes', () => {
    const body =
      "\\pard\\outlinelevel0 PROTECCI\\'d3N\\par\\pard Ni\\u241?os{\\super\\chftn{\\footnote\\pard Nota.\\par Sigue.\\par}} \\'93aqu\\'ed\\'94.\\par"
    expect(read(body)).toEqual([
      'heading1: PROTECCIÓN',
      'paragraph: Niños[^1] “aquí”.',
      'footnote: [^1]: Nota. Sigue.',
    ])
  })

  it('takes headings from the styles that are named so, in either language', () => {
    const styles =
      "{\\stylesheet{\\ql Normal;}{\\s1\\b heading 1;}{\\s2 T\\'edtulo 2;}{\\*\\cs10 Heading 3 Char;}}"
    const body = '\\pard\\s1 Law\\par\\pard It protects.\\par\\pard\\s2 Casos\\par\\pard Dos.\\par'
    expect(read(body, styles)).toEqual([
      'heading1: Law',
      'paragraph: It protects.',
      'heading2: Casos',
      'paragraph: Dos.',
    ])
  })

  it('takes the title of its properties where the text says it, or says none', () => {
    const info = '{\\info{\\title Report on Peru 2019}{\\author Ana}}'
    const heading = '\\pard\\outlinelevel0 Report on Chile 2020\\par'
    expect(read('\\pard It protects.\\par', info)[0]).toBe('title: Report on Peru 2019')
    expect(read('\\pard REPORT ON PERU\\par 2019\\par', info)[0]).toBe('title: Report on Peru 2019')
    expect(read(`${heading}\\pard It protects.\\par`, info)[0]).toBe(
      'furniture: Report on Peru 2019',
    )
    expect(read('\\pard Text.\\par', '{\\info{\\title Microsoft Word - a.doc}}')).toEqual([
      'paragraph: Text.',
    ])
  })

  it('keeps running heads as furniture, text in boxes, and rows as a table', () => {
    const body =
      '{\\header\\pard Annual report\\par}\\pard The law{\\*\\shpinst{\\sp{\\sn f}}{\\shptxt\\pard In a box.\\par}} protects.\\par' +
      '\\trowd\\pard\\intbl Year\\cell Cases\\cell\\row 2018\\cell 12\\cell\\row\\pard More.\\par'
    expect(read(body)).toEqual([
      'paragraph: The law protects.',
      'paragraph: In a box.',
      'paragraph: Year | Cases;\n2018 | 12',
      'paragraph: More.',
      'furniture: Annual report',
    ])
  })

  it('ends a paragraph at a backslash before the end of the line', () => {
    expect(read('\\pard One.\\\nTwo.\\\n')).toEqual(['paragraph: One.', 'paragraph: Two.'])
  })
})
