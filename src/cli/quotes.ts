/** `pasaje quotes FILE`: checks every quotation of a draft against the corpus. */
import type { Command } from 'commander'
import { UserError } from '../errors.ts'
import type { CheckedQuote, QuoteReport } from '../quotes/check.ts'

export function register(program: Command): void {
  program
    .command('quotes')
    .description('check the quotations of a draft: exact, altered, other year, not found')
    .argument('[file]', 'the draft, text or any format of the corpus; standard input without it')
    .option('--index <dir>', 'folder of the index', 'index')
    .option('--year <year>', 'the edition that the draft quotes')
    .option('--exact', 'list only what is not exact')
    .option('--json', 'print the answer of the API')
    .action(run)
}

interface Options {
  readonly index: string
  readonly year?: string
  readonly exact?: boolean
  readonly json?: boolean
}

async function run(file: string | undefined, options: Options): Promise<void> {
  const { openContext } = await import('../context.ts')
  const { checkQuotes } = await import('../quotes/check.ts')
  const draft = await readDraftFile(file)
  const context = await openContext(options.index)
  const report = await checkQuotes(context, draft, {
    year: options.year === undefined ? null : Number(options.year),
  })
  await context.close()
  const shown = options.exact
    ? report.quotations.filter((quote) => quote.status !== 'exact')
    : report.quotations
  const listed = { ...report, quotations: shown }
  process.stdout.write(options.json ? `${JSON.stringify(listed, null, 2)}\n` : print(listed))
}

async function readDraftFile(file: string | undefined): Promise<string> {
  if (file === undefined) {
    const { text } = await import('node:stream/consumers')
    return text(process.stdin)
  }
  const { readFile } = await import('node:fs/promises')
  const { parseFormat } = await import('../read/formats.ts')
  try {
    return (await parseFormat(await readFile(file), file)).text
  } catch (cause) {
    const remedy = 'Name a file of text, or a DOCX, PDF or HTML file'
    throw new UserError('file-missing', `${file} cannot be read`, remedy, { cause })
  }
}

function print({ quotations, counts }: QuoteReport): string {
  const summary = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')
  return [...quotations.map(printQuote), summary || 'no quotations', ''].join('\n')
}

function printQuote({ quotation, status, matches, diff }: CheckedQuote): string {
  const short = quotation.text.replaceAll(/\s+/g, ' ')
  const lines = [`${status}: “${short.length > 100 ? `${short.slice(0, 99)}…` : short}”`]
  for (const { document, year, section, page, ordinal, url } of matches.slice(0, 3)) {
    const place = [document.title, year, section, page && `p. ${page}`, `para. ${ordinal}`]
    lines.push(`   ${place.filter(Boolean).join(' · ')}  ${url}`)
  }
  const [match] = matches
  if (status === 'altered' && match) {
    for (const part of diff.filter(({ kind }) => kind !== 'equal')) {
      const was = match.found.slice(part.right.start, part.right.end).trim()
      const is = quotation.text.slice(part.left.start, part.left.end).trim()
      lines.push(`   here: ${is || '(nothing)'}   source: ${was || '(nothing)'}`)
    }
  }
  return `${lines.join('\n')}\n`
}
