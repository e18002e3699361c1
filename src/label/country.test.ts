import { describe, expect, it } from 'vitest'
import { countriesIn, countryIn } from './country-names.ts'
import { labelCountry } from './country.ts'

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
    [
      'how a report opens',
      { body: ['The Government of Chad does not meet the standards.'] },
      'Chad',
    ],
    [
      'no person’s name',
      { body: ['Mauricio Gatti. Mauricio Gatti. Chile. GATTI, Mauricio'] },
      null,
    ],
    [
      'no place called alike',
      { title: 'Reunión en Northern Ireland, New Mexico y San Martín' },
      null,
    ],
    ['the State a title speaks of', { title: 'Respuesta del Estado peruano' }, 'Peru'],
    [
      'a file name with a name of two words',
      { fileName: 'informe_costa_rica-2019.txt' },
      'Costa Rica',
    ],
    [
      'no paragraph that comes back in every edition',
      {
        body: [
          'Niñas captadas en la frontera con Argentina.',
          'Niñas captadas en la frontera con Argentina.',
        ],
      },
      null,
    ],
    ['nothing where two are named alike', { body: ['Peru and Chile. Chile and Peru.'] }, null],
  ])('is read off %s', (_, changes, country) => {
    expect(about(changes).value).toBe(country)
  })
})

describe('names of countries', () => {
  it.each([
    ['Ivory Coast, Côte d’Ivoire, Costa de Marfil', "Côte d'Ivoire"],
    ['Burma; Myanmar; Birmania', 'Myanmar'],
    ['Países Bajos, the Netherlands, Holanda', 'Netherlands'],
    [
      'DPRK. Democratic People’s Republic of Korea. República Popular Democrática de Corea',
      'North Korea',
    ],
    ['Korea, Republic of; República de Corea; COREA DEL SUR', 'South Korea'],
    ['Congo, Democratic Republic of the', 'Democratic Republic of the Congo'],
    ['United Kingdom of Great Britain and Northern Ireland', 'United Kingdom'],
    ['EE. UU., U.S.A., Estados Unidos de América', 'United States'],
    ['Bahamas, The', 'Bahamas'],
    ['Trinidad y Tabago', 'Trinidad and Tobago'],
    ['Viet Nam', 'Vietnam'],
  ])('are one country’s in all their forms: %s', (text, country) => {
    expect([...new Set(countriesIn(text))]).toEqual([country])
  })

  it('are all that the platform knows, in English and Spanish, also in capitals', () => {
    const names = ['en', 'es'].map(
      (language) => new Intl.DisplayNames(language, { type: 'region' }),
    )
    for (const code of ['PE', 'SV', 'GQ', 'PG', 'ST', 'CF', 'AE', 'NZ', 'KN', 'TL', 'MK', 'SZ'])
      for (const name of names.map((each) => each.of(code)!)) {
        expect(countriesIn(name), name).toHaveLength(1)
        expect(countriesIn(name.toUpperCase()), name).toEqual(countriesIn(name))
      }
  })

  it.each([
    ['es', 'Peru', 'Perú'],
    ['es', 'Ivory Coast', 'Ivory Coast'],
    ['es', "Côte d'Ivoire", 'Côte d’Ivoire'],
    ['es', 'Trinidad and Tobago', 'Trinidad y Tobago'],
    ['es', 'Tierra Media', 'Tierra Media'],
    ['en', 'Peru', 'Peru'],
  ] as const)('are said to readers of %s: %s as %s', (language, country, name) => {
    expect(countryIn(language, country)).toBe(name)
  })
})
