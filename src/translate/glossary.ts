/** The reviewed glossaries as files: which words of one language stand for which of the other. */

/** One reviewed pair of renderings, single words or several, as people write them. */
export interface GlossaryPair {
  readonly en: string
  readonly es: string
  /** True where either side has other common meanings, so that the pair is shown but weighs less. */
  readonly ambiguous: boolean
  /** Place among the renderings of its line, 0 the usual one. */
  readonly rank: number
}

/**
 * Reads a glossary in tab-separated lines `English, Spanish[, mark[, note]]`. A cell may hold several renderings
 * separated by `;`, the usual one first. Lines that begin with `#`, the header and lines without two cells are
 * passed over: a user's half-written line must not stop a search.
 */
export function parseGlossary(tsv: string): GlossaryPair[] {
  return tsv
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((line) => pairsOf(line.split('\t').map((cell) => cell.trim())))
}

/** Numbers, from 1, of the lines that `parseGlossary` passes over though they are neither empty nor remarks. */
export function strayLines(tsv: string): number[] {
  return tsv.split(/\r?\n/).flatMap((line, at) => {
    const [en = '', es = ''] = line.split('\t').map((cell) => cell.trim())
    const isMeant = line.trim() !== '' && !line.startsWith('#') && !(en === 'en' && es === 'es')
    return isMeant && (en === '' || es === '') ? [at + 1] : []
  })
}

function pairsOf([en = '', es = '', mark = '']: readonly string[]): GlossaryPair[] {
  if (en === 'en' && es === 'es') return []
  const ambiguous = mark.startsWith('ambiguous')
  return renderings(en).flatMap((left, i) =>
    renderings(es).map((right, j) => ({ en: left, es: right, ambiguous, rank: i + j })),
  )
}

function renderings(cell: string): string[] {
  return cell
    .split(';')
    .map((rendering) => rendering.trim())
    .filter((rendering) => rendering !== '')
}
