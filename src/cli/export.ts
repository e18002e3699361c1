/** `pasaje export [QUERY…] --format …`: every result of a search, no ceiling. */
import type { Command } from 'commander'
import { facetNames } from '../engine/facets.ts'
import { UserError } from '../errors.ts'

export function register(program: Command): void {
  const command = program
    .command('export')
    .description('write all results of a search: csv, jsonl, ris, bibtex or csl-json')
    .argument('[query...]', 'as of search; every passage without it')
    .option('--index <dir>', 'folder of the index', 'index')
    .option('--format <format>', 'csv, jsonl, ris, bibtex or csl-json', 'csv')
    .option('--origin <url>', 'host of the permalinks', 'http://127.0.0.1:8080')
  for (const facet of facetNames) {
    command.option(`--${facet} <value>`, `only this ${facet}, repeatable`, collect)
  }
  command
    .option('--year-min <year>', 'from this year on')
    .option('--year-max <year>', 'up to this year')
    .option('--sort <order>', 'relevance, year or -year')
    .option('--exact', 'no stemming, accents literal')
    .option('--no-cross', 'no words of the other language')
    .option('--no-collapse', 'every duplicate')
    .option('--json', 'the same as --format jsonl')
    .action(run)
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value]
}

type Options = Readonly<Record<string, string | string[] | boolean | undefined>>

async function run(words: readonly string[], options: Options): Promise<void> {
  const { exportFormats } = await import('../export/formats.ts')
  const name = options['json'] ? 'jsonl' : options['format']
  const format = exportFormats.find((one) => one === name)
  if (!format) {
    const list = exportFormats.join(', ')
    throw new UserError('usage', `there is no format ${String(name)}`, `Formats are ${list}`)
  }
  const { openContext } = await import('../context.ts')
  const { exportResults } = await import('../export/export.ts')
  const { parseParameters } = await import('../search/parameters.ts')
  const context = await openContext(String(options['index']))
  const parameters = parseParameters(addressOf(words.join(' '), options))
  const origin = String(options['origin']).replace(/\/$/, '')
  const date = new Date().toISOString().slice(0, 10)
  const { pipeline } = await import('node:stream/promises')
  await pipeline(exportResults(context, parameters, { format, origin, date }), process.stdout, {
    end: false,
  })
  await context.close()
}

/** The options as the parameters of an address, so that both are read by one function. */
function addressOf(q: string, options: Options): URLSearchParams {
  const address = new URLSearchParams({ q })
  const plain = { yearMin: 'year_min', yearMax: 'year_max', sort: 'sort' }
  for (const [option, name] of Object.entries(plain)) {
    const value = options[option]
    if (typeof value === 'string') address.set(name, value)
  }
  for (const name of facetNames) {
    const values = options[name]
    if (Array.isArray(values)) for (const value of values) address.append(name, value)
  }
  if (options['exact']) address.set('exact', '1')
  if (options['cross'] === false) address.set('cross', '0')
  if (options['collapse'] === false) address.set('collapse', '0')
  return address
}
