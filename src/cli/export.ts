/** `pasaje export [QUERY…] --format …`: every result of a search, no ceiling. */
import type { Command } from 'commander'
import { UserError } from '../errors.ts'
import { addressOf, addSearchOptions, type Options } from './search-options.ts'

export function register(program: Command): void {
  const command = program
    .command('export')
    .description('write all results of a search: csv, jsonl, ris, bibtex or csl-json')
    .argument('[query...]', 'as of search; every passage without it')
    .option('--index <dir>', 'folder of the index', 'index')
    .option('--format <format>', 'csv, jsonl, ris, bibtex or csl-json', 'csv')
    .option('--origin <url>', 'host of the permalinks', 'http://127.0.0.1:8080')
  addSearchOptions(command).option('--json', 'the same as --format jsonl').action(run)
}

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
