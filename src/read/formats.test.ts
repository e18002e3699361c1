import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseFormat } from './formats.ts'
import type { Parsed } from './parsed.ts'
import { makePdf, type Put } from './pdf-fixture.ts'

const blocks = ({ text, marks }: Parsed) =>
  marks.map(({ kind, span, level }) => `${kind}${level ?? ''}: ${text.slice(span.start, span.end)}`)

describe('parseFormat', { timeout: 30_000 }, () => {
  it('tells a report from the site around it, and loses neither', async () => {
    const html = `<html><head><title>2021 Report: Peru – State</title><style>p{}</style></head><body class="with-sidebar">
      <ul id="main-menu"><li><a href="/">Home</a><li><a href="/b">Bureaus</a></ul>
      <h1>Peru</h1><p>The government does not fully meet<sup><a href="#n1">1</a></sup> the standards.<br><br>It is trying.</p>
      <h2>Prosecution</h2><ul><li>First.</li><li>Second.</li></ul>
      <table><tr><th>Year</th><th>Cases</th></tr><tr><td>2020</td><td>12</td></tr></table>
      <div class="footnotes"><ol><li>A note.</li></ol></div><footer>Privacy</footer></body></html>`
    expect(blocks(await parseFormat(strToU8(html), 'a.txt'))).toEqual([
      'title: 2021 Report: Peru – State',
      'furniture: Home',
      'furniture: Bureaus',
      'heading1: Peru',
      'paragraph: The government does not fully meet[^1] the standards.',
      'paragraph: It is trying.',
      'heading2: Prosecution',
      'item: First.',
      'item: Second.',
      'paragraph: Year | Cases;\n2020 | 12',
      'footnote: [^1]: A note.',
      'furniture: Privacy',
    ])
  })

  it('reads an old page in the charset it names', async () => {
    const html = '<html><meta charset="iso-8859-15"><p>Ni\xf1os \xa4</p></html>'
    const parsed = await parseFormat(Buffer.from(html, 'latin1'), 'a.html')
    expect(parsed).toMatchObject({ encoding: 'iso-8859-15', format: 'html', text: 'Niños €\n' })
  })

  it('takes Markdown marks off and keeps where links lead', async () => {
    const markdown =
      '# Perú\n\nEl **Gobierno** de [Perú](https://x.org/a_b)\nno cumple.[^1]\n\n- uno\n- *dos*\n\nSección\n---\n\n[^1]: Nota.'
    expect(blocks(await parseFormat(strToU8(markdown), 'a.md'))).toEqual([
      'heading1: Perú',
      'paragraph: El Gobierno de Perú\nno cumple.[^1]',
      'furniture: https://x.org/a_b',
      'item: uno',
      'item: dos',
      'heading2: Sección',
      'footnote: [^1] Nota.',
    ])
  })

  it('reads a Word document with its headings, lists and footnotes', async () => {
    const document = new Document({
      footnotes: { 1: { children: [new Paragraph('A note.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Protection', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun('The government helped victims.'),
                new FootnoteReferenceRun(1),
              ],
            }),
            new Paragraph({ text: 'Train police.', bullet: { level: 0 } }),
          ],
        },
      ],
    })
    const parsed = await parseFormat(await Packer.toBuffer(document), 'a.bin')
    expect(blocks(parsed)).toEqual([
      'heading1: Protection',
      'paragraph: The government helped victims.[^1]',
      'item: Train police.',
      'footnote: [^1]: A note.',
    ])
  })

  it('reads a book in the order of its spine', async () => {
    const book = zipSync({
      mimetype: strToU8('application/epub+zip'),
      'META-INF/container.xml': strToU8('<rootfiles><rootfile full-path="O/p.opf"/></rootfiles>'),
      'O/p.opf': strToU8(
        '<dc:title>Informe</dc:title><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/><itemref idref="a"/><itemref idref="b"/>',
      ),
      'O/a.xhtml': strToU8(
        '<?xml version="1.0"?><html><body><h2>Uno</h2><p>Texto.</p></body></html>',
      ),
      'O/b.xhtml': strToU8('<?xml version="1.0"?><html><body><p>Más.</p></body></html>'),
    })
    const parsed = await parseFormat(book, 'a.epub')
    expect(blocks(parsed)).toEqual([
      'title: Informe',
      'heading2: Uno',
      'paragraph: Texto.',
      'paragraph: Más.',
    ])
  })
})

const column = (x: number, words: readonly string[]): Put[] =>
  words.map((text, i) => ({ text, x, y: 700 - 14 * i }))

describe('parseFormat of a PDF', { timeout: 30_000 }, () => {
  it('keeps lines, pages, paragraphs, and takes large type for headings', async () => {
    const pdf = makePdf([
      [
        { text: 'Protection', x: 72, y: 740, size: 18, bold: true },
        { text: 'The government identified victims and', x: 72, y: 700 },
        { text: 'referred them to shelters.', x: 72, y: 686 },
        { text: 'It did not report how many.', x: 72, y: 650 },
      ],
      [{ text: 'Next page \\(2\\).'.replaceAll('\\', ''), x: 72, y: 700 }],
    ])
    const parsed = await parseFormat(pdf, 'a.pdf')
    expect(parsed.text).toBe(
      'Protection\n\nThe government identified victims and\nreferred them to shelters.\n\nIt did not report how many.\n\fNext page (2).\n',
    )
    expect(blocks(parsed)).toEqual(['heading1: Protection'])
    expect(parsed.pages.map((page) => page.number)).toEqual([1, 2])
  })

  it('reads columns one after the other', async () => {
    const left = [
      'The left column begins with some',
      'words that fill nearly all of its',
      'width, line after line after line',
      'until it reaches its own end here.',
    ]
    const right = [
      'The right column goes on with the',
      'words that come after, and it too',
      'fills nearly the whole of its width',
      'before the page comes to its end.',
    ]
    const parsed = await parseFormat(
      makePdf([[...column(72, left), ...column(320, right)]]),
      'a.pdf',
    )
    expect(parsed.text.replace(/\s+/g, ' ').trim()).toBe([...left, ...right].join(' '))
  })

  it('keeps the cells of a table row on one line', async () => {
    const cells = ['Year', '2019', '2020', '2021', '2022']
    const parsed = await parseFormat(
      makePdf([[...column(72, cells), ...column(320, cells)]]),
      'a.pdf',
    )
    expect(parsed.text.split('\n')[1]).toBe('2019\t2019')
  })

  const prose = [
    'The commission heard the witnesses in the town, and none of them had',
    'been asked before. It found that nobody was sentenced in those years.',
    'Officials said there was no money, and that the courts had no judges.',
    'The families went to the capital and were sent home by the ministry.',
    'They waited for an answer until the end.',
    'Nobody gave them one in that year, or in any of the years that came',
    'after, though the law says that every letter must have an answer.',
  ]

  it('ends a paragraph where a line is left short, and where the next is set in', async () => {
    const full = prose.toSpliced(4, 1)
    const lines = [
      ...column(72, prose),
      ...column(72, full).map((put, i) => ({ ...put, y: 602 - 14 * i, x: i === 3 ? 90 : 72 })),
    ]
    const { text } = await parseFormat(makePdf([lines]), 'a.pdf')
    const expected = [prose.slice(0, 5), prose.slice(5), full.slice(0, 3), full.slice(3)]
    expect(text).toBe(`${expected.map((block) => block.join('\n')).join('\n\n')}\n`)
  })

  it('takes bold type for a heading where the text is not bold', async () => {
    const lines = column(72, ['Protection of Victims', ...prose]).map((put, i) => ({
      ...put,
      bold: i === 0,
    }))
    expect(blocks(await parseFormat(makePdf([lines]), 'a.pdf'))).toEqual([
      'heading1: Protection of Victims',
    ])
    const allBold = lines.map((put) => ({ ...put, bold: true }))
    expect(blocks(await parseFormat(makePdf([allBold]), 'a.pdf'))).toEqual([])
  })

  it('knows footnotes by their type and place, and where they are called', async () => {
    const call = { text: '1', x: 72 + 40, y: 704, size: 6 }
    const notes = ['1 See the report of the commission, page 3,', 'and what it cites.', '2 Ibid.']
    const parsed = await parseFormat(
      makePdf([
        [
          { text: 'It is so.', x: 72, y: 700 },
          call,
          ...column(72, prose).map((put) => ({ ...put, y: put.y - 14 })),
          ...notes.map((text, i) => ({ text, x: 72, y: 120 - 10 * i, size: 8 })),
          { text: '12', x: 300, y: 40 },
        ],
      ]),
      'a.pdf',
    )
    expect(parsed.text).toMatch(/^It is so\.\[\^1\]/)
    expect(blocks(parsed)).toEqual([`footnote: ${notes[0]}\n${notes[1]}`, 'footnote: 2 Ibid.'])
  })

  it('reads a page that lies on its side, and sets a stamp in the margin apart', async () => {
    const upwards = prose.map((text, i) => ({ text, x: 100 + 14 * i, y: 72, upwards: true }))
    const turned = await parseFormat(makePdf([upwards], { rotate: 90 }), 'a.pdf')
    expect(turned.text).toBe((await parseFormat(makePdf([column(72, prose)]), 'a.pdf')).text)
    const stamp = { text: 'Copy 7', x: 20, y: 300, upwards: true }
    expect(blocks(await parseFormat(makePdf([[...column(72, prose), stamp]]), 'a.pdf'))).toEqual([
      'furniture: Copy 7',
    ])
  })

  it('numbers pages as the file labels them', async () => {
    const labels = '/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 11 >>] >>'
    const pages = ['Preface', 'One', 'Two'].map((text) => [{ text, x: 72, y: 700 }])
    const parsed = await parseFormat(makePdf(pages, { labels }), 'a.pdf')
    expect(parsed.pages.map(({ number }) => number)).toEqual([null, 11, 12])
  })

  it('names the pages that have no text', async () => {
    const parsed = await parseFormat(makePdf([[{ text: 'One', x: 72, y: 700 }], []]), 'a.pdf')
    expect(parsed.bare).toEqual([2])
  })
})
