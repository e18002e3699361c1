/** The shapes of the API: requests are validated by them and the OpenAPI description is made from them. */
import { z } from '@hono/zod-openapi'

const repeatable = (description: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .openapi({ type: 'array', items: { type: 'string' }, description })

const flag = (described: string) =>
  z.enum(['0', '1']).optional().openapi({ description: described })

const wholeNumber = (min: number, max: number, description: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .refine((text) => Number(text) >= min && Number(text) <= max, `must be from ${min} to ${max}`)
    .optional()
    .openapi({ type: 'integer', minimum: min, maximum: max, description })

/** The parameters that choose passages: of the search and of the export alike. */
export const choice = {
  q: z
    .string()
    .optional()
    .openapi({ description: 'The query; every passage where empty', example: 'víctimas' }),
  year: repeatable('Only these years; `-2021` leaves one out'),
  section: repeatable('Only these sections; a leading `-` excludes'),
  lang: repeatable('Only these languages: en, es, und; a leading `-` excludes'),
  doc: repeatable('Only these documents, by id; a leading `-` excludes'),
  country: repeatable('Only these countries; a leading `-` excludes'),
  year_min: wholeNumber(0, 9999, 'No earlier year'),
  year_max: wholeNumber(0, 9999, 'No later year'),
  sort: z
    .enum(['relevance', 'year', '-year'])
    .optional()
    .openapi({ description: 'Order; relevance by default' }),
  exact: flag('1: no word forms, accents count'),
  cross: flag('0: no words of the other language'),
  collapse: flag('0: every duplicate shown'),
  drop: repeatable('Words of the other language that are not to be searched'),
}

export const searchQuery = z.object({
  ...choice,
  page: wholeNumber(1, 1_000_000, 'From 1'),
  per_page: wholeNumber(1, 100, 'Passages on a page, 1 to 100; 20 by default'),
  explain: flag('1: the parts of each score'),
})

const range = z.tuple([z.int(), z.int()]).openapi({
  type: 'array',
  items: { type: 'integer' },
  minItems: 2,
  maxItems: 2,
  description: 'Start and end in UTF-16 units, the end not included',
})
const ranges = z.array(range)
const kinds = z.array(z.enum(['match', 'cross'])).openapi({
  description: 'For each highlight: cross where it matched only as a word of the other language',
})
const languageTag = z.enum(['en', 'es', 'und'])
const nullableText = z.string().nullable()
const nullableNumber = z.int().nullable()

const bucket = z.object({
  value: z.union([z.string(), z.int(), z.null()]),
  count: z.int(),
  selected: z.boolean(),
})

const result = z.object({
  id: z.string(),
  url: z.string(),
  score: z.number(),
  document: z.object({ id: z.string(), title: z.string(), url: z.string() }),
  year: nullableNumber,
  section: nullableText,
  language: languageTag,
  country: nullableText,
  ordinal: z.int(),
  page: nullableNumber,
  heading: nullableText,
  text: z.string(),
  highlights: ranges,
  highlightKinds: kinds,
  snippet: z.object({ text: z.string(), highlights: ranges, highlightKinds: kinds }),
  repairs: z.int(),
  duplicates: z.array(z.string()),
  versions: z.int(),
  explanation: z
    .array(
      z.object({
        kind: z.enum(['term', 'spelling', 'language', 'letters', 'beside', 'coverage']),
        term: z.string().optional(),
        count: z.int().optional(),
        weight: z.number().optional(),
        score: z.number(),
      }),
    )
    .optional()
    .openapi({ description: 'With explain=1: the parts of the score; they add up to it' }),
})

const corpus = z.object({ version: z.string(), passages: z.int(), documents: z.int() })

export const searchAnswer = z
  .object({
    query: z.object({
      q: z.string(),
      interpretation: z.array(z.looseObject({ text: z.string() })),
      warnings: z.array(z.string()),
      notices: z.array(z.looseObject({ key: z.string() })),
      crossTerms: z.array(z.looseObject({ word: z.string(), language: languageTag })),
    }),
    corpus,
    total: z.int(),
    documents: z.int(),
    page: z.int(),
    perPage: z.int(),
    results: z.array(result),
    facets: z.object({
      year: z.array(bucket),
      section: z.array(bucket),
      lang: z.array(bucket),
      doc: z.array(bucket),
      country: z.array(bucket),
    }),
    suggestions: z.array(z.string()),
    alternatives: z.array(
      z.object({
        kind: z.enum(['spelling', 'part', 'filter', 'filters', 'exact', 'words']),
        text: z.string(),
        q: z.string(),
        total: z.int(),
        url: z.string(),
      }),
    ),
  })
  .openapi('SearchAnswer')

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    remedy: z.string(),
  })
  .openapi('Problem')

const repair = z.object({
  rule: z.string(),
  span: z.object({ start: z.int(), end: z.int() }),
  before: z.string(),
  after: z.string(),
  confidence: z.number(),
})

export const passageBody = z
  .looseObject({
    id: z.string(),
    url: z.string(),
    documentId: z.string(),
    ordinal: z.int(),
    page: nullableNumber,
    heading: nullableText,
    section: nullableText,
    language: languageTag,
    year: nullableNumber,
    country: nullableText,
    printed: z.string(),
    text: z.string(),
    repairs: z.array(repair),
    source: z.object({ file: z.string(), start: z.int(), end: z.int() }),
    fingerprint: z.string().openapi({ description: 'SHA-256 of the printed text, hex' }),
  })
  .openapi('Passage')

/** What stands behind the id of a passage whose words changed. */
export const changedPassage = z
  .looseObject({
    state: z.literal('changed'),
    notice: z.string(),
    id: z.string(),
    was: z.looseObject({ printed: z.string(), lastVersion: z.string() }),
    nearest: passageBody,
    similarity: z.number(),
    diff: z.array(z.looseObject({ kind: z.string() })),
  })
  .openapi('ChangedPassage')

const documentFields = {
  id: z.string(),
  title: z.string(),
  year: nullableNumber,
  country: nullableText,
  language: languageTag,
}

export const documentList = z.object({
  documents: z.array(z.looseObject({ ...documentFields, passages: z.int() })),
})

export const documentBody = z
  .looseObject({ ...documentFields, passages: z.array(passageBody) })
  .openapi('Document')

/** How an error is described in every route. */
export const problemContent = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})
