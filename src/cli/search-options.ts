/** Options of every command that searches, and the address they stand for: one function reads both, parseParameters. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import { facetNames } from '../engine/facets.ts'

export type Options = Readonly<Record<string, string | string[] | boolean | undefined>>

/** Names of options with one value → names of parameters. */
const plain = {
  yearMin: 'year_min',
  yearMax: 'year_max',
  limit: 'per_page',
  page: 'page',
  sort: 'sort',
} as const

export function addSearchOptions(command: Command): Command {
  for (const facet of facetNames) {
    command.option(
      `--${facet} <value>`,
      `only this ${facet}, repeatable; =-value leaves it out`,
      collect,
    )
  }
  return command
    .option('--year-min <year>', 'from this year on', wholeNumber(0, 9999))
    .option('--year-max <year>', 'up to this year', wholeNumber(0, 9999))
    .addOption(new Option('--sort <order>', 'order').choices(['relevance', 'year', '-year']))
    .option('--exact', 'no stemming, accents literal')
    .option('--no-cross', 'no words of the other language')
    .option('--no-collapse', 'show duplicates')
    .option('--drop <word>', 'a word of the other language to leave out, repeatable', collect)
}

/** Refuses what the API would refuse; the text stays as typed, parseParameters reads it. */
export function wholeNumber(min: number, max: number): (value: string) => string {
  return (value) => {
    const isWhole = /^\d{1,9}$/u.test(value) && Number(value) >= min && Number(value) <= max
    if (!isWhole) throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`)
    return value
  }
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value]
}

/** The options as the parameters of an address. */
export function addressOf(q: string, options: Options): URLSearchParams {
  const address = new URLSearchParams({ q })
  for (const [option, name] of Object.entries(plain)) {
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
