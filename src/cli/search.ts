/** `pasaje search`: the same results as the page. */
import type { Command } from 'commander'
import type { SearchAnswer } from '../search/answer.ts'
import { facetNames } from '../engine/facets.ts'

export function register(program: Command): void {
  const command = program
    .command('search')
    .description('search the passages; the same results as the page')
    .argument('<query...>', 'words, "a phrase", AND OR NOT, word*, field:value …')
    .option('--index <dir>', 'folder of the index', 'index')
  for (const facet of facetNames) {
    command.option(
      `--${facet} <value>`,
      `only this ${facet}, repeatable; =-value leaves it out`,
      collect,
    )
  }
  command
    .option('--year-min <year>', 'from this year on')
    .option('--year-max <year>', 'up to this year')
    .option('--sort <order>', 'relevance, year or -year')
    .option('--limit <n>', 'results to show, 1 to 100', '20')
    .option('--page <n>', 'which page of results', '1')
    .option('--exact', 'no stemming, accents literal')
    .option('--no-cross', 'no words of the other language')
    .option('--no-collapse', 'show duplicates')
    .option('--drop <word>', 'a word of the other language to leave out, repeatable', collect)
    .option('--explain', 'say how each score came about')
    .option('--json', 'print the answer of the API')
    .action(run)
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value]
}

type Options = Readonly<Record<string, string | string[] | boolean | undefined>>

async function run(words: readonly string[], options: Options) {
  const { openContext } = await import('../context.ts')
  const { parseParameters } = await import('../search/parameters.ts')
  const { search } = await import('../search/search.ts')
  const context = await openContext(String(options['index']))
  const answer = await search(context, parseParameters(addressOf(words.join(' '), options)))
  await context.close()
  process.stdout.write(options['json'] ? `${JSON.stringify(answer, null, 2)}\n` : print(answer))
}

/** The options as the parameters of an address, so that both are read by one function. */
function addressOf(q: string, options: Options): URLSearchParams {
  const address = new URLSearchParams({ q })
  const names = {
    yearMin: 'year_min',
    yearMax: 'year_max',
    limit: 'per_page',
    page: 'page',
    sort: 'sort',
  }
  for (const [option, name] of Object.entries(names)) {
    const value = options[option]
    if (typeof value === 'string') address.set(name, value)
  }
  for (const name of [...facetNames, 'drop']) {
    const values = options[name]
    if (Array.isArray(values)) for (const value of values) address.append(name, value)
  }
  if (options['exact']) address.set('exact', '1')
  if (options['explain']) address.set('explain', '1')
  if (options['cross'] === false) address.set('cross', '0')
  if (options['collapse'] === false) address.set('collapse', '0')
  return address
}

function print(answer: SearchAnswer): string {
  const { warnings, crossTerms } = answer.query
  const results = answer.results.map(({ document, year, section, page, snippet, url }, at) => {
    const place = [document.title, year, section, page === null ? null : `p. ${page}`]
    const number = (answer.page - 1) * answer.perPage + at + 1
    return `${number}. ${place.filter((part) => part !== null).join(' · ')}\n   ${snippet.text}\n   ${url}\n`
  })
  const also = crossTerms.map(({ word, from }) => `${word} (${from})`).join(', ')
  return [
    `${answer.total} passages in ${answer.documents} documents`,
    ...warnings.map((warning) => `! ${warning}`),
    ...(also ? [`also searched: ${also}`] : []),
    ...answer.suggestions.map((suggestion) => `did you mean: ${suggestion}`),
    '',
    ...results,
  ].join('\n')
}
