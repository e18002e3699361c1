/** `npm run evaluate:ocr`: word error before and after repair on pages with their truth, each page repaired as a document of its own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { loadLexicon } from '../load/lexicon.ts'
import type { Lexicon } from '../normalize/lexicon.ts'
import { createRepairer, needsLexicon } from '../normalize/repair.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { halves, lexiconFrom } from '../training/judged-changes.ts'
import { realPages, renderedPages, seedPages, type TruthPage } from '../training/pages.ts'

/** What ocr/score.mjs says of a set of pages. */
interface Score {
  readonly raw_wer: number
  readonly candidate_wer: number
  readonly fixed: number
  readonly miscorrected: number
  readonly harmed: number
  readonly inserted: number
  readonly precision: number | null
  readonly recall: number | null
}

const rendered = renderedPages()
const isSpanish = (page: TruthPage): boolean => page.language === 'es'
const sets: readonly [string, readonly TruthPage[]][] = [
  ['rendered Spanish, English engine', rendered.filter((p) => isSpanish(p) && p.engine === 'eng')],
  ['real PDF pages, English engine', realPages().filter((p) => p.engine === 'eng')],
  ['  of these, the eight read by both engines', bothEngines(realPages())],
  ['seed 004, lines 1-172', seedPages()],
  ['rendered Spanish, Spanish engine', rendered.filter((p) => isSpanish(p) && p.engine === 'spa')],
  ['English', rendered.filter((p) => p.language === 'en' && p.engine !== 'none')],
  ['must not change (law, code, pt, …)', rendered.filter((p) => p.engine === 'none')],
  ['clean Spanish (the truths)', rendered.filter(isSpanish).map((p) => ({ ...p, raw: p.gold }))],
]

function bothEngines(pages: readonly TruthPage[]): TruthPage[] {
  const read = new Set(pages.filter((p) => p.engine === 'spa' && p.raw !== '').map((p) => p.name))
  return pages.filter((p) => p.engine === 'eng' && read.has(p.name))
}

/** The pages repaired one by one, and how many characters a CPU second repairs. */
function repairPages(
  pages: readonly TruthPage[],
  lexicon: Lexicon,
): { texts: string[]; speed: number } {
  const began = process.cpuUsage().user
  const texts = pages.map(({ raw }) => {
    const repairer = createRepairer(raw, { lexicon: needsLexicon(raw) ? lexicon : null })
    return repairer.repair(raw, 'und').text
  })
  const seconds = (process.cpuUsage().user - began) / 1e6
  return { texts, speed: pages.reduce((sum, page) => sum + page.raw.length, 0) / 1e6 / seconds }
}

function score(scorer: string, folder: string, texts: Record<string, readonly string[]>): Score {
  const files = ['raw', 'gold', 'repaired'].map((name) => {
    writeFileSync(join(folder, name), texts[name]!.join('\n\n'))
    return join(folder, name)
  })
  const { stdout: answer, stderr } = spawnSync(process.execPath, [scorer, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  })
  if (!answer) throw new Error(`the scorer said: ${stderr}`)
  return JSON.parse(answer)
}

const percent = (share: number): string => (share * 100).toFixed(2).padStart(6)
const share = (value: number | null): string => (value === null ? '    –' : value.toFixed(3))

function report(name: string, pages: readonly TruthPage[], lexicon: Lexicon): void {
  if (pages.length === 0 || !scorer) return
  const { texts, speed } = repairPages(pages, lexicon)
  const raw = pages.map((page) => page.raw)
  const s = score(scorer, folder, { raw, gold: pages.map((page) => page.gold), repaired: texts })
  const row = [name, percent(s.raw_wer), percent(s.candidate_wer), share(s.precision)]
  row.push(share(s.recall), `${s.miscorrected + s.inserted}`, `${s.harmed}`, speed.toFixed(2))
  stdout.write(`| ${row.join(' | ')} |\n`)
}

const folder = mkdtempSync(join(tmpdir(), 'pasaje-ocr-'))
const scorer = sharedPath('eval/ocr/score.mjs')
if (!scorer) stdout.write('skipped: the shared data (eval/ocr) is not here\n')
else {
  stdout.write('| pages | word error % | after | precision | recall | wrong | harmed | MB/s |\n')
  stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- |\n')
  for (const [name, pages] of sets) report(name, pages, loadLexicon())
  const [one, other] = halves(rendered.filter((p) => isSpanish(p) && p.engine === 'eng'))
  report(
    'rendered, half A; misreadings learned from half B',
    one,
    lexiconFrom(other, loadLexicon()),
  )
  report(
    'rendered, half B; misreadings learned from half A',
    other,
    lexiconFrom(one, loadLexicon()),
  )
  report(
    'real PDF pages; misreadings learned from rendered',
    sets[1]![1],
    lexiconFrom([...one, ...other], loadLexicon()),
  )
  rmSync(folder, { recursive: true })
}
