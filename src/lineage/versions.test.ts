import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Passage } from '../model.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { samplePassage } from './sample-passage.ts'
import { computeLineage } from './versions.ts'

const stock = 'There were no reports of disappearances by or on behalf of government authorities.'
const courts =
  'The courts convicted nine traffickers in the capital and sentenced them to prison terms of twelve years each.'
const courtsRevised =
  'The courts convicted eleven traffickers in the capital and sentenced them to prison terms of ten years each.'

const passages = (country: string, year: number, texts: readonly string[]): Passage[] =>
  texts.map((text, i) =>
    samplePassage({ documentId: `${country}-${year}`, ordinal: i + 1, text, year, country }),
  )
const linked = (from: string, all: readonly Passage[]) =>
  (computeLineage(all).get(from) ?? []).map((version) => `${version.relation} ${version.id}`)

const nowhere = (documentId: string, year: number) =>
  samplePassage({ documentId, ordinal: 1, text: courts, year, country: null })

describe('computeLineage', () => {
  it('calls the same words the same whatever their case, accents and signs', () => {
    const all = [
      ...passages('peru', 2019, ['La FISCALIA informo de 40 casos de trata de personas.']),
      ...passages('peru', 2020, ['La Fiscalía informó de 40 casos de trata de personas']),
    ]
    expect(linked('peru-2019.1', all)).toEqual(['same peru-2020.1'])
  })

  it('links a revised passage both ways', () => {
    const all = [...passages('peru', 2019, [courts]), ...passages('peru', 2020, [courtsRevised])]
    expect(linked('peru-2019.1', all)).toEqual(['revised peru-2020.1'])
    expect(linked('peru-2020.1', all)).toEqual(['revised peru-2019.1'])
  })

  it('links a split passage to each of its parts', () => {
    const police =
      'Police opened forty new investigations and arrested sixty suspects during the reporting period in nine regions.'
    const all = [
      ...passages('peru', 2019, [`${courts} ${police}`]),
      ...passages('peru', 2020, [courts, police]),
    ]
    expect(linked('peru-2019.1', all).toSorted()).toEqual([
      'revised peru-2020.1',
      'revised peru-2020.2',
    ])
  })

  it('matches repeated stock sentences in their order', () => {
    const all = [
      ...passages('peru', 2019, [stock, courts, stock]),
      ...passages('peru', 2020, [stock, courtsRevised, stock]),
    ]
    expect(linked('peru-2019.1', all)).toEqual(['same peru-2020.1'])
    expect(linked('peru-2019.3', all)).toEqual(['same peru-2020.3'])
  })

  it('lets a stock sentence speak only for the passage that kept it whole', () => {
    const all = [
      ...passages('peru', 2019, [stock]),
      ...passages('peru', 2020, [`${stock} ${courts} ${courtsRevised}`, stock]),
    ]
    expect(linked('peru-2019.1', all)).toEqual(['same peru-2020.2'])
  })

  it('never links across countries, within one year, or where the year is unknown', () => {
    const all = [
      ...passages('peru', 2019, [courts]),
      ...passages('chile', 2020, [courts]),
      ...passages('peru', 2019, [courts]).map((p) => ({ ...p, id: 'copy.1', documentId: 'copy' })),
      ...passages('peru', 2020, [courts]).map((p) => ({ ...p, id: 'x.1', year: null })),
    ]
    expect(computeLineage(all).size).toBe(0)
  })

  it('links documents of no known country only where their ids differ in figures alone', () => {
    const all = [
      nowhere('informe-2019', 2019),
      nowhere('informe-2020', 2020),
      nowhere('memoria-2020', 2020),
    ]
    expect(linked('informe-2019.1', all)).toEqual(['same informe-2020.1'])
    expect(linked('memoria-2020.1', all)).toEqual([])
  })

  it('links across languages only where the glossary and figures leave no doubt', () => {
    const glossary = [
      { en: 'victim', es: 'víctima' },
      { en: 'labor trafficking', es: 'trata laboral' },
      { en: 'shelters', es: 'albergues' },
    ]
    const spanish = [
      'La policía identificó 1.229 casos de trata laboral y refirió 46 a albergues en Lima y Loreto.',
      'El gobierno mantuvo sus esfuerzos.',
    ].map((text, i) => {
      const where = { documentId: 'es', ordinal: i + 1, country: 'peru' } as const
      return samplePassage({ ...where, text, year: 2019, language: 'es' })
    })
    const english = passages('peru', 2020, [
      'The government maintained its budget in the region.',
      'Police identified 1,229 labor trafficking cases and sent 46 to shelters in Lima and Loreto.',
    ])
    const found = computeLineage([...spanish, ...english], glossary)
    expect(found.get('es.1')).toMatchObject([
      { id: 'peru-2020.2', language: 'en', relation: 'revised' },
    ])
    expect(found.get('es.2')).toBeUndefined()
  })

  it('is symmetric and does not depend on the order of documents', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const text = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '))
    const edition = fc.array(text, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(edition, edition, edition, (one, two, three) => {
        const documents = [one, two, three].map((texts, i) => passages('peru', 2019 + i, texts))
        const forward = computeLineage(documents.flat())
        const backward = computeLineage(documents.toReversed().flat())
        expect([...backward].toSorted()).toEqual([...forward].toSorted())
        for (const [id, versions] of forward) {
          for (const version of versions) {
            expect(forward.get(version.id)?.some((back) => back.id === id)).toBe(true)
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})

const pair = (row: string[]) => `${row[0]}.${row[1]} ${row[3]}.${row[4]}`
/** The rows judged are those whose first passage has an odd number. */
const isJudged = (passage: Passage) => passage.ordinal % 2 === 1

const gold = sharedPath('eval/gold/passages_text.jsonl')

describe.skipIf(gold === null)('computeLineage on the gold of the seeds', () => {
  interface Row {
    readonly file: string
    readonly n: number
    readonly section: string
    readonly lang: 'en' | 'es'
    readonly year: number
    readonly text: string
  }
  const rows = (): Row[] =>
    readFileSync(gold!, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)

  it('finds same and revised passages with F1 of at least .95', () => {
    const all = rows().map(({ file, n, section, lang, year, text }) =>
      samplePassage({ documentId: file, ordinal: n, section, language: lang, year, text }),
    )
    const judged = readFileSync(new URL('revisions.dev.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
    const related = new Set(judged.filter((row) => row[6] === 'related').map(pair))
    const wanted = new Set(
      judged.filter((row) => row[6] !== 'related' && row[7] === 'no').map(pair),
    )
    const versions = computeLineage(all)
    const found = all
      .filter(isJudged)
      .flatMap((passage) =>
        (versions.get(passage.id) ?? [])
          .filter((version) => version.year > passage.year!)
          .map((version) => `${passage.id} ${version.id}`),
      )
      .filter((name) => !related.has(name))
    const right = found.filter((name) => wanted.has(name)).length
    expect((2 * right) / (found.length + wanted.size)).toBeGreaterThan(0.95)
  })
})
