/** A corpus of any size out of a small one: the same reports about other countries, with other names and figures. */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readCorpus } from '../read/reading.ts'

/** Countries of one plain word, other than those in the names of the files. */
function otherCountries(files: readonly string[]): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const all = letters.flatMap((first) => letters.map((second) => names.of(first + second) ?? ''))
  return [...new Set(all)]
    .filter((name) => /^[A-Z][a-z]{3,}$/.test(name))
    .filter((name) => !files.some((file) => file.includes(name.toLowerCase())))
}

/**
 * Writes each text of a folder of reports named `YEAR-country.txt` `times` times: as it is, and about other countries.
 * Editions of one country stay editions of one. Throws where there are not enough countries.
 */
export async function writeVariations(from: string, into: string, times: number): Promise<void> {
  await mkdir(into, { recursive: true })
  const texts: { name: string; country: string; text: string }[] = []
  for await (const document of readCorpus(from)) {
    if (!('text' in document)) continue
    const name = basename(document.file)
    texts.push({ name, country: /^\d+-([a-z]+)/.exec(name)?.[1] ?? '', text: document.text })
  }
  const countries = [...new Set(texts.map(({ country }) => country))]
  const others = otherCountries(countries)
  if (others.length < countries.length * (times - 1)) throw new Error('too few countries')
  for (const { name, country, text } of texts) {
    await writeFile(join(into, name), text)
    for (let round = 1; round < times; round++) {
      const other = others[countries.indexOf(country) + (round - 1) * countries.length]!
      const own = new RegExp(country, 'gi')
      const varied = vary(text, round).replace(own, other)
      await writeFile(join(into, name.replace(country, other.toLowerCase())), varied)
    }
  }
}

const vowels = 'aeiou'

/** Other figures, years aside, and other names: a word with a capital inside a sentence has other vowels. */
function vary(text: string, round: number): string {
  return text
    .replace(/\b(?!(?:19|20)\d\d\b)\d+/g, (figure) =>
      figure.replace(/\d/g, (digit) => String((Number(digit) + round) % 10)),
    )
    .replace(/(?<=[a-z,] )[A-Z][a-z]{4,}/g, (name) =>
      name.replace(/[aeiou]/g, (vowel) => vowels[(vowels.indexOf(vowel) + round) % 5]!),
    )
}
