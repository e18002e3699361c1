/** `pasaje search`: the same results as the page. */
import type { Command } from 'commander'
import { en } from '../../web/messages/en.ts'
import type { SearchAnswer } from '../search/answer.ts'
import { addressOf, addSearchOptions, wholeNumber, type Options } from './search-options.ts'

export function register(program: Command): void {
  const command = program
    .command('search')
    .description('search the passages; the same results as the page')
    .argument('<query...>', 'words, "a phrase", AND OR NOT, word*, field:value …')
    .option('--index <dir>', 'folder of the index', 'index')
  addSearchOptions(command)
    .option('--limit <n>', 'results to show, 1 to 100', wholeNumber(1, 100), '20')
    .option('--page <n>', 'which page of results', wholeNumber(1, 1_000_000), '1')
    .option('--explain', 'say how each score came about')
    .option('--json', 'print the answer of the API')
    .action(run)
}

async function run(words: readonly string[], options: Options) {
  const { openContext } = await import('../context.ts')
  const { parseParameters } = await import('../search/parameters.ts')
  const { search } = await import('../search/search.ts')
  const context = await openContext(String(options['index']))
  const answer = await search(context, parseParameters(addressOf(words.join(' '), options)))
  await context.close()
  process.stdout.write(options['json'] ? `${JSON.stringify(answer, null, 2)}\n` : print(answer))
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
    `${en.passages(answer.total)} in ${en.documents(answer.documents)}`,
    ...warnings.map((warning) => `! ${warning}`),
    ...(also ? [`also searched: ${also}`] : []),
    ...answer.alternatives.flatMap(({ kind, q, total }) => {
      if (kind === 'spelling') return [`did you mean: ${q} (${total})`]
      return kind === 'part' ? [`without a part of it: ${q} (${total})`] : []
    }),
    '',
    ...results,
  ].join('\n')
}
