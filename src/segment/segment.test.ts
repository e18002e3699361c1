import { describe, expect, it } from 'vitest'
import type { Mark } from '../model.ts'
import { plain } from '../testing/plain-document.ts'
import { segment } from './segment.ts'

/** One line a block: its kind's first letter and its words. */
const cut = (text: string, marks: readonly Mark[] = []) =>
  segment(plain(text, marks)).map((block) => `${block.kind[0]!} ${block.printed}`)

const wrapped = `The government of the country maintained its efforts to protect
the victims of trafficking, and it referred many girls to special
shelters that were run by the ministry.
`

describe('segment', () => {
  it('joins wrapped lines and ends a paragraph where the next word would have fitted', () => {
    expect(
      cut(
        `${wrapped}Police and prosecutors arrested some of the suspects, and a court in\nthe capital convicted two.`,
      ),
    ).toEqual([
      'p The government of the country maintained its efforts to protect the victims of trafficking, and it referred many girls to special shelters that were run by the ministry.',
      'p Police and prosecutors arrested some of the suspects, and a court in the capital convicted two.',
    ])
  })

  it('believes a line that a program filled: one letter less and the next word would have stood on it', () => {
    const filled = [
      'Officials of the ministry said that they would open new shelters in',
      'the capital. Most of the people who had asked for help there waited',
      'for months, and the authorities did not say how many places the new',
      'shelters would have for the girls, the boys, the women and men whom',
      'prosecutors had referred. They said it would cost as much as before',
      'and that nobody had counted the victims in the north of the country',
      'or along its eastern border where mines had been opened, since then',
      'the ministry had not gone. It said so in a statement of that summer',
    ]
    // 60 letters: `Courts` would still have stood on the line of 67.
    const short = 'or in the south, and the courts did not sentence anyone ther.'
    const after = 'Courts heard the appeals of three men and sent them back to prison.'
    const text = [...filled.slice(0, 7), short.slice(0, 60), after, ...filled].join('\n')
    expect(cut(text)[1]).toMatch(/^p Courts heard/)
    expect(cut(text.replace('Courts', 'Criminal courts'))).toHaveLength(1)
  })

  it('takes lines for paragraphs where many are longer than any width, though some heading runs on by accident', () => {
    const paragraph = `${wrapped.replaceAll('\n', ' ').trim()} `.repeat(3).trim()
    const block = `Life\na. Killings\nNone of the above\nde facto there was none.\n${paragraph}\n${paragraph}`
    const text = Array.from({ length: 5 }, () => block).join('\n')
    expect(cut(text).filter((each) => each === `p ${paragraph}`)).toHaveLength(10)
  })

  it('finds a heading without blank lines after a line that is full', () => {
    const full = 'shelters that were run by the ministry, and to a house in Lima.'
    const text = `${wrapped}${wrapped.replace(/shelters.*\n/, `${full}\n`)}Trial Procedures\n${wrapped}${wrapped}`
    expect(cut(text)).toContain('h Trial Procedures')
  })

  it('takes a long line in sentence case over a document, and over its next edition, for a title', () => {
    const title =
      'Informe sobre la situación de los derechos humanos en el altiplano durante el año'
    const text = `${title} 2014\n\nHubo nueve casos.\n\n${title} 2015\n\nHubo ocho casos.`
    expect(cut(text)).toEqual([
      `h ${title} 2014`,
      'p Hubo nueve casos.',
      `h ${title} 2015`,
      'p Hubo ocho casos.',
    ])
  })

  it('keeps the years of the reports that pages of a file open with', () => {
    const [one, other] = [2014, 2015].map((year) => `Informe anual ${year}\n\nHubo nueve casos.`)
    expect(cut(`${one}\f${other}`)).toEqual([
      'h Informe anual 2014',
      'p Hubo nueve casos.',
      'h Informe anual 2015',
      'p Hubo nueve casos.',
    ])
  })

  it.each([
    [
      'a) adopte medidas;',
      'b) investigue los casos que se denuncian ante los tribunales; y',
      'c) repare.',
    ],
    [
      '(a) adopt measures,',
      '(b) investigate the cases that were brought to the courts, and',
      '(c) repair.',
    ],
    [
      '1. adopt measures;',
      '2. investigate the cases that were brought to the courts; and/or',
      '3. repair.',
    ],
  ])('opens the last item after the word that leads to it: %s', (...items) => {
    expect(cut(`${wrapped}\n${items.join('\n')}\n`).slice(1)).toEqual(
      items.map((item) => `p ${item}`),
    )
  })

  it('joins a sentence over a page break before a number and a name', () => {
    const text = `${wrapped}Officials of the ministry said that nobody had applied article\n\n- 4 -\n\n\f153 of the code. They said that it was known to the people of\n\n- 5 -\n\n\fPeru, and to no one else.`
    expect(cut(text).slice(1, 2)).toEqual([
      'p Officials of the ministry said that nobody had applied article 153 of the code. They said that it was known to the people of Peru, and to no one else.',
    ])
  })

  it('sets aside what heads two pages only: a document symbol, a line that counts with the pages', () => {
    const pages = [
      'CCPR/C/XYZ/CO/5\npágina 2',
      '3   Report of the Board',
      '4   Report of the Board',
    ]
    const bodies = [wrapped, wrapped.replaceAll('the', 'some'), wrapped.replaceAll('the', 'any')]
    const text = pages.map((head, page) => `${head}\n${bodies[page]}`).join('\n\f')
    expect(cut(text).filter((each) => each.startsWith('f '))).toHaveLength(4)
  })

  it('lets blank lines between all lines mean nothing', () => {
    const text = `${wrapped}${wrapped}`.trim().replaceAll('\n', '\n\n')
    expect(cut(text)).toHaveLength(2)
  })

  it('joins a sentence over a page break, its page number set aside', () => {
    const text = `${wrapped}Officials of the ministry said that they would open a new\n\n12\n\n\fshelter in the capital before the end of the year.`
    expect(cut(text).slice(1)).toEqual([
      'p Officials of the ministry said that they would open a new shelter in the capital before the end of the year.',
      'f 12',
    ])
  })

  it.each([
    [
      'a true compound the text has elsewhere',
      'anti-trafficking units. Many anti-',
      'trafficking laws',
      'anti-trafficking laws',
    ],
    [
      'a word the text has whole elsewhere',
      'las operaciones de la policía. Las opera-',
      'ciones siguen',
      'operaciones siguen',
    ],
    ['a name', 'the court of the Inter-', 'American system', 'Inter-American system'],
  ])('decides the hyphen at a line end: %s', (_, first, second, expected) => {
    const text = `${wrapped}${first}\n${second} and so on and so on until it ends.`
    expect(cut(text).at(-1)).toContain(expected)
  })

  it('keeps the hyphen between two long words, though the document breaks others', () => {
    const text = `${wrapped}Las operaciones siguen: it was threatening, and all life is so. Opera-
ciones en curso and more and more of it until the end of it. A life-
threatening illness is what the ministry calls it in its reports now.`
    expect(cut(text).at(-1)).toMatch(/Operaciones en curso .* life-threatening illness/)
  })

  it.each([
    [
      'a bullet between items',
      'Increase resources for shelters. • Amend the law on trafficking. • Train the police.',
      3,
    ],
    [
      'what OCR makes of a bullet',
      'Aumentar los recursos. * Modificar la ley. ¢ Capacitar a la policía. « Mejorar los datos.',
      4,
    ],
    [
      'items that lost mark and space',
      'Increase resources for victims.Strengthen the laws.Train all judges.Improve data.',
      4,
    ],
    ['one sentence glued to the next', 'The report is long.Nobody reads it in one day.', 1],
    ['an asterisk inside a sentence', 'The figure of 12 * 3 is given in the annex.', 1],
  ])('splits a list: %s', (_, text, count) => {
    expect(cut(text)).toHaveLength(count)
  })

  it('reads columns that stand side by side one after the other', () => {
    const left =
      'The law prohibits such practices,|and the courts of the country|apply it in most of the cases.|Prisons were crowded, and many|of them had no doctor or nurse.'.split(
        '|',
      )
    const right =
      'Officials said that they would|build new ones before the end|of the year in four provinces.|Police officers were trained in|the use of force by the union.'.split(
        '|',
      )
    const rows = [...left, ...left].map((line, i) => `${line.padEnd(38)}${[...right, ...right][i]}`)
    const text = rows.join('\n')
    expect(cut(text).join(' ').replace(/\bp /g, '')).toBe(
      [...left, ...left, ...right, ...right].join(' '),
    )
  })

  it('cuts a paragraph at the known labels run into it', () => {
    const text = 'current situation: Haiti is a source country for forced labor tier rating: Tier 2'
    const blocks = segment(plain(text), {
      isHeading: (heading) => /^(current situation|tier rating)$/.test(heading),
    })
    expect(blocks.map((block) => block.printed)).toEqual([
      'current situation:',
      'Haiti is a source country for forced labor',
      'tier rating:',
      'Tier 2',
    ])
    expect(blocks.map(({ source }) => text.slice(source.start, source.end)).join(' ')).toBe(text)
  })

  it('knows where each item of a list stands', () => {
    const text = '• Increase the re-\nsources (all). • Amend the\nlaw on trafficking.'
    const items = segment(plain(text)).map(({ source }) => text.slice(source.start, source.end))
    expect(items).toEqual(['Increase the re-\nsources (all).', 'Amend the\nlaw on trafficking.'])
  })

  it('sets footnotes aside as blocks of their own and knows where they are called', () => {
    const blocks = segment(plain('The committee met in May.[^7]\n\n[^7]: CCPR/C/51, of 3 May.\n'))
    expect(
      blocks.map(({ kind, printed, mark, calls }) => ({ kind, printed, mark, calls })),
    ).toEqual([
      { kind: 'paragraph', printed: 'The committee met in May.', mark: undefined, calls: ['7'] },
      { kind: 'furniture', printed: '[^7]', mark: undefined, calls: undefined },
      { kind: 'footnote', printed: '7 CCPR/C/51, of 3 May.', mark: '7', calls: undefined },
    ])
  })

  it('takes the marks of a format at their word', () => {
    const text = 'Home\n\nIn short\n\nA sentence that says it.'
    const marks: Mark[] = [
      { kind: 'furniture', span: { start: 0, end: 4 } },
      { kind: 'heading', span: { start: 6, end: 14 }, level: 2 },
      { kind: 'paragraph', span: { start: 16, end: 40 } },
    ]
    expect(cut(text, marks)).toEqual(['f Home', 'h In short', 'p A sentence that says it.'])
  })

  it('sets a site menu and the contents of the page aside, wherever they stand', () => {
    const menu = Array.from({ length: 20 }, (_, i) => `Office of Matter ${i}`).join('\n\n')
    const prose = 'The law prohibits such practices, and the courts apply it. '.repeat(4).trim()
    const text = `${menu}\n\nPrisons\n\nCourts\n\nPrisons\n\n${prose}\n\nCourts\n\n${prose}\n\n${menu}`
    const blocks = segment(plain(text)).filter((block) => block.kind !== 'furniture')
    expect(blocks.map((block) => block.printed)).toEqual(['Prisons', prose, 'Courts', prose])
  })
})
