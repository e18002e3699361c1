import { describe, expect, it } from 'vitest'
import type { Block } from '../model.ts'
import { loadTaxonomy } from '../load/taxonomy.ts'
import { labelCountry } from './country.ts'
import { findEditions } from './edition.ts'
import { detectLanguage, labelLanguages } from './language.ts'
import { createTaxonomy, labelSection } from './section.ts'
import { labelTitle } from './title.ts'
import { labelYear, type YearEvidence } from './year.ts'

const taxonomy = loadTaxonomy()
const block = (kind: Block['kind'], printed: string, level?: number): Block => ({
  kind,
  printed,
  source: { start: 0, end: 0 },
  page: null,
  ...(level === undefined ? {} : { level }),
})

describe('language', () => {
  it.each([
    ['The law prohibits forced labor, but it occurred in mining and domestic service.', 'en'],
    [
      'La ley prohíbe el trabajo forzoso, pero este se daba en la minería y el servicio doméstico.',
      'es',
    ],
    ['EI gobierno incrementd los esfuerzos para identificar y proteger a las victimas', 'es'],
    [
      'O governo não informou sobre as condenações dos traficantes, mas também não foram poucas',
      'und',
    ],
    [
      'Le gouvernement n’a pas fourni de données sur les condamnations dans les cas de traite',
      'und',
    ],
    [
      'Kay llaqtapi runakunaqa sumaqta kawsanku ñawpaq pachamanta kunankama llamkaspa tukuy ima hinallam',
      'und',
    ],
    ['II. FACTS', 'und'],
  ])('of “%s” is %s', (text, language) => {
    expect(detectLanguage(text).value).toBe(language)
  })

  it('of a text too short to tell is that of the nearest that could be told, and says so', () => {
    const labels = labelLanguages([
      'The law prohibits forced labor, but it occurred in mining.',
      'Amnesty',
      '1.234',
      'La ley prohíbe el trabajo forzoso, pero este se daba en la minería.',
    ])
    expect(labels.map(({ value }) => value)).toEqual(['en', 'en', 'und', 'es'])
    expect(labels[1]!.by).toBe('inherited')
  })
})

describe('section', () => {
  it.each([
    ['PROTECTION', 'protection'],
    ['PROTECCION', 'protection'],
    ['PR0TECCI6N', 'protection'],
    ['Pera (Nivel 2)', 'summary'],
    ['HONDURAS (Tier 2 Watch List)', 'summary'],
    ['Procesamiento judicial', 'prosecution'],
    ['RECOMENDACIONES PRIORIZADAS PARA HONDURAS', 'recommendations'],
    ['E. Sugerencias y recomendaciones', 'recommendations'],
    ['tier rating:', 'summary'],
    ['PERFIL DE LA TRATA DE PERS0NAS', 'profile'],
    ['b. Protection of Children', 'b-protection-of-children'],
    ['Section 7. Worker Rights', 'section-7-worker-rights'],
  ])('of heading “%s” is %s', (heading, key) => {
    expect(labelSection(heading, taxonomy).value).toBe(key)
  })

  it('comes from the user’s own taxonomy before ours', () => {
    const own = createTaxonomy([
      { protection: { headings: ['Protection'] } },
      { amparo: { headings: ['Protection'], patterns: ['^medidas de .+'] } },
    ])
    expect(labelSection('PROTECTION', own).value).toBe('amparo')
    expect(labelSection('Medidas de resguardo', own).value).toBe('amparo')
  })
})

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

const about = (changes: Partial<Parameters<typeof labelCountry>[0]>) =>
  labelCountry({
    title: '',
    headings: [],
    fileName: 'a.txt',
    furniture: [],
    body: [],
    ...changes,
  })

describe('country', () => {
  it.each([
    ['a title in either language', { title: 'Informe sobre los Países Bajos' }, 'Netherlands'],
    [
      'the government a heading speaks of',
      { headings: ['ARGENTINA', 'Respuestas del Gobierno uruguayo'] },
      'Uruguay',
    ],
    ['a file name', { fileName: '2018-south-africa.txt' }, 'South Africa'],
    [
      'what the text names most',
      { body: ['Peru borders Chile. Peru and Peruvians in Peru.'] },
      'Peru',
    ],
    ['nothing where two are named alike', { body: ['Peru and Chile. Chile and Peru.'] }, null],
  ])('is read off %s', (_, changes, country) => {
    expect(about(changes).value).toBe(country)
  })
})

const isSection = (heading: string) => taxonomy.sectionOf(heading) !== null

describe('title', () => {
  it.each([
    [
      'front matter',
      [block('furniture', '---\ntitle: "Comité de Derechos Humanos"\n---')],
      'Comité de Derechos Humanos',
    ],
    [
      'the line of a site dump that reads like one',
      [
        block('furniture', 'Peru - United States Department of State'),
        block('furniture', 'HomeReports2020 Country Reports on Human Rights Practices…Peru'),
        block('furniture', '2020 Country Reports on Human Rights Practices: Peru'),
      ],
      '2020 Country Reports on Human Rights Practices: Peru',
    ],
    [
      'the file name where there is none',
      [block('heading', 'PROTECTION', 2), block('paragraph', 'A.')],
      'tip 2021 peru',
    ],
  ])('comes from %s', (_, blocks, title) => {
    expect(labelTitle(blocks, 'us/tip-2021-peru.txt', isSection).value).toBe(title)
  })
})
