/** Loads the section taxonomy: the one that ships, and the user's own laid over it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { asset } from './assets.ts'
import { UserError } from '../errors.ts'
import { createTaxonomy, type Taxonomy, type TaxonomyFile } from '../label/section.ts'

const entry = z.strictObject({
  headings: z.array(z.string()).optional(),
  patterns: z.array(z.string()).optional(),
  formulas: z.array(z.string()).optional(),
})
const schema = z.strictObject({ sections: z.record(z.string(), entry) })

/** The taxonomy for a corpus: `sections.yaml` in its folder is laid over ours. Throws a UserError where it is malformed. */
export function loadTaxonomy(corpus?: string): Taxonomy {
  const files = [parseTaxonomy(readFileSync(asset('sections.yaml'), 'utf8'), 'sections.yaml')]
  const own = corpus === undefined ? null : join(corpus, 'sections.yaml')
  if (own !== null && existsSync(own)) files.push(parseTaxonomy(readFileSync(own, 'utf8'), own))
  return createTaxonomy(files)
}

function parseTaxonomy(text: string, path: string): TaxonomyFile {
  try {
    // An empty file, or one of comments only, adds nothing.
    const { sections } = schema.parse(parse(text) ?? { sections: {} })
    createTaxonomy([sections])
    return sections
  } catch (cause) {
    throw new UserError(
      'manifest-invalid',
      `${path} is not a section taxonomy: ${complaintOf(cause)}`,
      'Write it as “sections:”, under it a key of your own, under that “headings:” with a list',
      { cause },
    )
  }
}

/** What is wrong, in one line, and where. */
function complaintOf(cause: unknown): string {
  if (cause instanceof z.ZodError) {
    const [issue] = cause.issues
    const place = issue!.path.join('.')
    return `${place === '' ? '' : `${place}: `}${issue!.message}`
  }
  return cause instanceof Error ? cause.message.split('\n')[0]! : String(cause)
}
