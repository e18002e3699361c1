/** CSL items in the formats of bibliography programs: BibTeX, RIS, CSL-JSON. */
import type { CslItem } from './item.ts'

export type RecordFormat = 'bibtex' | 'ris' | 'csl-json'

/** What BibTeX takes for syntax. */
const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function tex(text: string): string {
  return oneLine(text).replaceAll(/[\\{}&%$#_~^]/g, (sign) => special[sign] ?? sign)
}

/** A @techreport, its key the passage id. The author is in braces of its own: a corporate name has no surname. */
export function toBibtex(item: CslItem): string {
  const { author, publisher, issued, accessed } = item
  const fields: (readonly [string, string | undefined])[] = [
    ['author', author && `{${tex(author[0]!.literal)}}`],
    ['title', `{${tex(item.title)}}`],
    // @techreport wants an institution; the author is one.
    ['institution', tex(publisher ?? author?.[0]?.literal ?? '') || undefined],
    ['year', issued && String(issued['date-parts'][0][0])],
    ['pages', item.page],
    ['chapter', item.section && tex(item.section)],
    ['url', item.URL],
    ['urldate', isoDate(accessed['date-parts'][0])],
    ['language', item.language],
    ['abstract', tex(item.abstract)],
    ['note', tex(item.note)],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  return `@techreport{${item.id.replaceAll(/[\s"#%'(),={}~\\]/g, '-')},\n${lines.join('\n')}\n}\n`
}

/** One RIS record of type RPRT, lines ended by CR LF as the format asks. */
export function toRis(item: CslItem): string {
  const { author, publisher, issued, accessed } = item
  const fields: (readonly [string, string | undefined])[] = [
    ['TY', 'RPRT'],
    ['ID', item.id],
    ['AU', author?.[0]?.literal],
    ['TI', item.title],
    ['PB', publisher ?? author?.[0]?.literal],
    ['PY', issued && String(issued['date-parts'][0][0])],
    ['SP', item.page],
    ['SE', item.section],
    ['LA', item.language],
    ['UR', item.URL],
    ['Y2', isoDate(accessed['date-parts'][0]).replaceAll('-', '/')],
    ['AB', item.abstract],
    ['N1', item.note],
  ]
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []))
  return [...lines, 'ER  - ', '', ''].join('\r\n')
}

/** A CSL-JSON document of one or more items. */
export function toCslJson(items: readonly CslItem[]): string {
  return `${JSON.stringify(items, null, 2)}\n`
}

function isoDate([year, month, day]: readonly [number, number, number]): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Records are lines: a line end inside a value would break them. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}
