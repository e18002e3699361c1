/** corpus.yaml: what a person declares about documents, by path or by pattern. It overrides whatever is detected. */
import picomatch from 'picomatch'
import { LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import type { Declared } from '../model.ts'
import { MANIFEST, type Declarations } from './declarations.ts'

const text = z.string().trim().min(1)
const fields = z.strictObject({
  title: text.optional(),
  publisher: text.optional(),
  author: text.optional(),
  country: text.optional(),
  year: z.int().min(1000).max(2999).optional(),
  language: z.enum(['en', 'es']).optional(),
  url: z.url().optional(),
})
const manifest = z.strictObject({
  defaults: fields.optional(),
  documents: z.record(z.string(), fields).optional(),
})

/**
 * Parses a manifest: `defaults` for every document, then each matching pattern of `documents` in the order written,
 * then the entry that names the file itself; the later wins, field by field.
 */
export function parseDeclarations(source: string): Declarations {
  const lines = new LineCounter()
  const yaml = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const broken = yaml.errors[0]
  if (broken) throw invalid(lines.linePos(broken.pos[0]).line, broken.message)
  const parsed = manifest.safeParse(yaml.toJS() ?? {})
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw invalid(lineOf(yaml, lines, issue), `${issue.path.join(' › ')}: ${issue.message}`)
  }
  const { defaults, documents = {} } = parsed.data
  const patterns = Object.entries(documents)
    .filter(([pattern]) => isPattern(pattern))
    .map(([pattern, declared]) => ({ matches: picomatch(pattern), declared }))
  return (file) => ({
    ...defined(defaults),
    ...Object.assign(
      {},
      ...patterns.map(({ matches, declared }) => matches(file) && defined(declared)),
    ),
    ...defined(documents[file]),
  })
}

const isPattern = (name: string) => /[*?[{]/.test(name)

/** Zod types an absent key as undefined; Declared has no such keys. */
function defined(declared: z.infer<typeof fields> | undefined): Declared {
  return Object.fromEntries(Object.entries(declared ?? {}).filter(([, v]) => v !== undefined))
}

/** The line of the deepest node on the path of the issue that exists in the file. */
function lineOf(yaml: Document, lines: LineCounter, issue: z.core.$ZodIssue): number {
  const path = [
    ...issue.path,
    ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ]
  for (; path.length > 0; path.pop()) {
    const node = yaml.getIn(path, true)
    if (hasRange(node)) return lines.linePos(node.range[0]).line
  }
  return 1
}

function hasRange(node: unknown): node is { range: readonly number[] & { 0: number } } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

function invalid(line: number, message: string): UserError {
  return new UserError(
    'manifest-invalid',
    `${MANIFEST} line ${line}: ${message}`,
    'It may hold `defaults` and `documents` by path, each with title, publisher, author, country, year, language (en, es), url',
  )
}
