/** `pasaje trends TERM…`: terms by year, as GET /api/v1/trends gives them. */
import type { Command } from 'commander'
import { facetNames } from '../engine/facets.ts'
import type { TrendsAnswer } from '../trends/trends.ts'

export function register(program: Command): void {
  const command = program
    .command('trends')
    .description('count terms by year: mentions, passages, mentions in 100,000 words')
    .argument(
      '<terms...>',
      "a word in all its forms, 'words side by side', '\"as spelled\"', begin*",
    )
    .option('--index <dir>', 'folder of the index', 'index')
  for (const facet of facetNames) {
    command.option(`--${facet} <value>`, `only this ${facet}, repeatable`, collect)
  }
  command
    .option('--by-country', 'a series for each country')
    .option('--exact', 'no word forms, accents literal')
    .option('--no-collapse', 'count every copy of a passage')
    .option('--csv', 'print CSV')
    .option('--json', 'print the answer of the API')
    .action(run)
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value]
}

type Options = Readonly<Record<string, string | string[] | boolean | undefined>>

async function run(terms: readonly string[], options: Options): Promise<void> {
  const { openContext } = await import('../context.ts')
  const { parseParameters } = await import('../search/parameters.ts')
  const { trends } = await import('../trends/trends.ts')
  const address = new URLSearchParams()
  for (const name of facetNames) {
    const values = options[name]
    if (Array.isArray(values)) for (const value of values) address.append(name, value)
  }
  const context = await openContext(String(options['index']))
  const answer = await trends(context, terms, {
    filters: parseParameters(address).filters,
    exact: options['exact'] === true,
    collapse: options['collapse'] !== false,
    byCountry: options['byCountry'] === true,
  })
  await context.close()
  process.stdout.write(await printed(answer, options))
}

async function printed(answer: TrendsAnswer, options: Options): Promise<string> {
  if (options['json']) return `${JSON.stringify(answer, null, 2)}\n`
  const { trendsCsv } = await import('../trends/table.ts')
  if (options['csv']) return trendsCsv(answer)
  return answer.terms.map(print).join('\n')
}

function print({ term, country, years }: TrendsAnswer['terms'][number]): string {
  const head = country === undefined ? term : `${term}, ${country ?? 'unknown country'}`
  const columns = ['year', 'mentions', 'passages', 'words', 'per 100k'].map((name) =>
    name.padStart(9),
  )
  const rows = years.map(({ year, mentions, passages, words, per100k }) =>
    [year, mentions, passages, words, per100k.toFixed(2)]
      .map((v) => String(v).padStart(9))
      .join(' '),
  )
  return [head, columns.join(' '), ...rows, ''].join('\n')
}
