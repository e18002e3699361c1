import { describe, expect, it } from 'vitest'
import { block } from '../testing/plain-document.ts'
import { findEditions, opensEdition } from './edition.ts'
import { labelYear, type YearEvidence } from './year.ts'

const evidence = (changes: Partial<YearEvidence>): YearEvidence => ({
  title: '',
  headings: [],
  topHeadings: [],
  head: [],
  fileName: 'a.txt',
  furniture: [],
  body: [],
  ...changes,
})

describe('year', () => {
  it.each<[string, Partial<YearEvidence>, number | null]>([
    ['the title', { title: '2022 Trafficking in Persons Report: Peru' }, 2022],
    ['a title that a text layer broke', { title: 'Human Rights Practices for 202 3' }, 2023],
    ['the dateline', { head: ['Presidencia de la República | 26 de julio de 2019'] }, 2019],
    ['a year alone under the title', { head: ['Country reports on Freedonia', '2019'] }, 2019],
    ['a year alone, called one', { head: ['Informe', 'Año 2019'] }, 2019],
    ['no menu of years', { head: ['Archive', '2019', '2018', '2017'] }, null],
    [
      'a file name that the text bears out',
      { fileName: 'informe-2018.txt', body: ['En 2017 hubo dos.'] },
      2018,
    ],
    [
      'furniture that names a report',
      { furniture: ['The 2015 report on human trafficking'] },
      2015,
    ],
    [
      'the closing stamp of a digest',
      { fileName: 'x-2009.txt', body: ['Tier 2, made no progress in 2009 (2008)'] },
      2008,
    ],
    [
      'an address',
      { body: ['see https://www.state.gov/reports/2024-trafficking-in-persons-report/cuba/'] },
      2024,
    ],
    [
      'the reporting period',
      {
        body: [
          'In 2018 one, in 2018 two, in 2018 three during the reporting period; in March 2019 four.',
        ],
      },
      2019,
    ],
    ['no archive stamp', { furniture: ['report at web.archive.org/web/20210330232452/'] }, null],
    ['no session or symbol', { furniture: ['report A/63/2009, sessions 1133-2009'] }, null],
    [
      'no file date that the text does not name',
      { fileName: 'x-2013-01-02.txt', body: ['En 2012 y 2013.'] },
      null,
    ],
    [
      'a file date that the text names as a day',
      { fileName: 'x-2013-01-02.txt', body: ['Dado en Lima el 2 de enero de 2013.'] },
      2013,
    ],
    [
      'a dateline in brackets',
      { head: ['107º período de sesiones (11 a 28 de marzo de 2013)'] },
      2013,
    ],
    ['no stretch of years', { title: 'Final report on the conflict 1980-2000' }, null],
    [
      'no plan for years to come',
      { topHeadings: ['Plan nacional contra la trata 2021–2030'] },
      null,
    ],
    [
      'no year of the body alone',
      { body: ['In 1983 and 1984 many were killed; in May 1984 more.'] },
      null,
    ],
    [
      'no file name against a silent text',
      { fileName: 'factbook-2006-bolivia.txt', body: ['Bolivia is poor.'] },
      null,
    ],
  ])('is read off %s', (_, changes, year) => {
    expect(labelYear(evidence(changes)).value).toBe(year)
  })

  it('is that of the edition each section of a file reports', () => {
    const { years } = findEditions([
      block('heading', 'Comité contra la Tortura', 1),
      block('heading', '1º Observaciones finales sobre el primer informe adoptadas en 1984', 2),
      block('paragraph', 'El Comité examinó el informe en 1983.'),
      block('heading', '2º Observaciones finales sobre los informes periódicos del Perú', 2),
      block(
        'paragraph',
        'El Comité, en abril de 2012 y en su sesión del 12 de mayo de 2013, aprobó lo siguiente.',
      ),
      block('heading', 'Recomendaciones', 3),
      block('paragraph', 'El Estado debe cumplir.'),
    ])
    expect(years.map((label) => label?.value)).toEqual([
      undefined,
      1984,
      1984,
      2013,
      2013,
      2013,
      2013,
    ])
  })
})

const twoEditions = (level: number) => [
  block('heading', 'Examen Periódico Universal: Observaciones sobre el Perú', 1),
  block('heading', '1º Observaciones finales sobre el informe presentado en 2009.', level),
  block('paragraph', 'El Estado debe cumplir.'),
  block('heading', '2º Informe del Grupo de Trabajo sobre el Perú', level),
  block('paragraph', 'El Grupo de Trabajo celebró su período de sesiones en octubre de 2013.'),
]

describe('editions', () => {
  it('are headings of a report that differ in nothing but their year, however short', () => {
    const blocks = [2015, 2016].flatMap((year) => [
      block('heading', `INFORME ANUAL ${year}`, 2),
      block('paragraph', 'Hubo nueve casos.'),
    ])
    const { years } = findEditions(blocks)
    expect(years.map((label) => label?.value)).toEqual([2015, 2015, 2016, 2016])
  })

  it('are not events that come back', () => {
    expect(
      findEditions([block('heading', 'Elecciones 2015', 2), block('heading', 'Elecciones 2016', 2)])
        .found,
    ).toEqual([])
  })

  it.each([2, 3, 5])('stand at whatever level the file gives them: %i', (level) => {
    expect(findEditions(twoEditions(level)).found.map(({ value }) => value)).toEqual([2009, 2013])
  })

  it.each([
    ['3º Observaciones finales sobre el tercer informe del Perú.', true],
    ['Concluding observations on the sixth report of Peru, adopted on 3 May 2012', true],
    ['Observaciones finales aprobadas por el Comité (11 a 28 de marzo de 2013).', true],
    ['12. Informe sobre la situación de los pueblos indígenas, Lima, 2003.', false],
    ['Informes Militares de 1976', false],
    ['El Comité aprobó sus observaciones finales en 2013.', false],
  ])('are opened by a line that names a report and its adoption: “%s” is %s', (line, opens) => {
    expect(opensEdition(line)).toBe(opens)
  })
})
