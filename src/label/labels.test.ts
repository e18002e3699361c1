import { describe, expect, it } from 'vitest'
import { block } from '../testing/plain-document.ts'
import { loadTaxonomy } from '../load/taxonomy.ts'
import { detectLanguage, labelLanguages } from './language.ts'
import { createTaxonomy, labelSection } from './section.ts'
import { labelTitle } from './title.ts'

const taxonomy = loadTaxonomy()
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
    [
      'A situação dos povos indígenas permanece grave, e o acesso à saúde e à educação é limitado.',
      'und',
    ],
    ['Rapport sur la situation des droits de l’homme en Haïti', 'und'],
    ['A la policía de Lima se le acusa de abuso, y a los jueces de no haber actuado.', 'es'],
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
    ['Perfil de la trata en Honduras', 'profile'],
    ['RESUMEH', 'summary'],
    ['PKOTECCI6N', 'protection'],
    ['Enjuiciarnienlo', 'prosecution'],
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

const isSection = (heading: string) => taxonomy.sectionOf(heading) !== null

describe('a section named by its own heading', () => {
  it('is cut between words where the heading is long', () => {
    const heading = `${'Observaciones finales sobre los informes '.repeat(2)}presentados`
    expect(labelSection(heading, loadTaxonomy()).value).toBe(
      'observaciones-finales-sobre-los-informes-observaciones-finales-sobre-los',
    )
  })

  it('is cut inside a word only where there is no other place', () => {
    expect(labelSection('x'.repeat(100), loadTaxonomy()).value).toBe('x'.repeat(80))
  })
})

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
