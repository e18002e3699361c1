import { describe, expect, it } from 'vitest'
import { plain } from '../testing/plain-document.ts'
import { segment } from './segment.ts'
import { isButton, isGluedMenu, isLinkRow } from './site-words.ts'

const sentence = 'The law prohibits such practices, and the courts apply it. '
const report = ['Prisons', 'Courts', 'Police'].flatMap((name) => [name, sentence.repeat(12).trim()])
const body = report.join('\n\n')
const menu =
  'Inicio La-Comisión Mandato Informes Casos Audiencias Prensa Comunicados Fotos Contacto'
    .concat(' Directorio Enlaces Biblioteca Transparencia Portal Suscríbase English Português')
    .split(' ')
const foot = ['Síguenos', 'Facebook', 'Twitter', 'Aviso legal', '© 2021 X']

/** What is left of a page as headings and passages. */
const kept = (text: string) =>
  segment(plain(text)).flatMap(({ kind, printed }) => (kind === 'furniture' ? [] : [printed]))

describe('what a site prints around its report is furniture', () => {
  it.each([
    ['menus, a line an entry', [menu.join('\n'), body, foot.join('\n')]],
    ['menus in bullets', [menu.map((entry) => `* ${entry}`).join('\n'), body]],
    ['links in a row', [menu.slice(0, 9).join(' | '), 'Inicio > Informes > Perú', body]],
    ['entries that run into one another', [menu.join(''), body, foot.join('')]],
    [
      'a notice before the menu and one after the last',
      [
        'We use cookies to give you the best experience here.',
        'Accept',
        ...menu,
        body,
        ...foot,
        'Subscribe to get the latest news in your mail.',
      ],
    ],
    [
      'comments',
      [
        body,
        '2 Comments',
        'John says:',
        'This is a great report, thank you all.',
        'Reply',
        'Leave a Reply',
        'Your address will not be published.',
        'Send',
        ...foot,
      ],
    ],
    [
      'links to other articles',
      [
        body,
        'Related articles',
        ...['One', 'Two'].flatMap((name) => [
          name,
          'The office released its report today.',
          'Read more',
        ]),
      ],
    ],
    [
      'a table of contents',
      [
        'Contents',
        ...report.filter((_, i) => i % 2 === 0).map((name, i) => `${name} ....... ${i + 2}`),
        body,
      ],
    ],
  ])('%s', (_, parts) => {
    expect(kept(parts.join('\n\n'))).toEqual(report)
  })

  it.each([
    ['Download the report', isButton, true],
    ['Comments of the Government', isButton, false],
    ['Share of women in parliament: 12', isButton, false],
    ['Year | Cases | 2019', isLinkRow, false],
    ['Home | Reports | Contact us', isLinkRow, true],
    ['The court of Lima | a long story of what it found in the year | and more', isLinkRow, false],
    ['AAfghanistanAlbaniaAlgeriaAndorraAngolaArgentina', isGluedMenu, true],
    [
      'McDonald and MacArthur met O’Neill, DeSoto and LaFleur in the town of Lima.',
      isGluedMenu,
      false,
    ],
  ])('“%s” is told', (text, test, is) => {
    expect(test(text)).toBe(is)
  })
})
