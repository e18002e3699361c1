/** `npm run evaluate:ocr`: word error before and after repair on pages with their truth, each page repaired as a document of its own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { loadLexicon } from '../load/lexicon.ts'
import type { Lexicon } from '../normalize/lexicon.ts'
import { createRepairer, needsLexicon } from '../normalize/repair.ts'
import { sharedPath } from '../testing/shared-data.ts'
import { fitCalibration, uncalibratedChanges } from '../training/confidence-training.ts'
import { halves, judgeChanges, lexiconFrom, type JudgedChange } from '../training/judged-changes.ts'
import { realPages, renderedPages, seedPages, type TruthPage } from '../training/pages.ts'
import { damageText } from '../training/simulated-damage.ts'

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
  ['adversarial (ours)', adversarialPages()],
]

/** Our own pages of what looks like damage and is none, amid simulated damage, each damaged in several ways. */
function adversarialPages(): TruthPage[] {
  const cases: { label: string; text: string }[] = JSON.parse(
    readFileSync(new URL('../normalize/cases/adversarial.json', import.meta.url), 'utf8'),
  )
  const { misreadings } = loadLexicon()
  return cases.flatMap(({ label, text }, at) =>
    [1, 2, 3].map((way) => ({
      name: `${label} ${way}`,
      engine: 'eng',
      language: 'es',
      ...damageText(text, misreadings, at * 3 + way),
    })),
  )
}

function bothEngines(pages: readonly TruthPage[]): TruthPage[] {
  const read = new Set(pages.filter((p) => p.engine === 'spa' && p.raw !== '').map((p) => p.name))
  return pages.filter((p) => p.engine === 'eng' && read.has(p.name))
}

/** The pages repaired one by one, and how many MB of them a CPU second repairs. */
function repairPages(
  pages: readonly TruthPage[],
  lexiconOf: LexiconOf,
): { texts: string[]; speed: number } {
  const began = process.cpuUsage()
  const texts = pages.map((page) => {
    const lexicon = needsLexicon(page.raw) ? lexiconOf(page) : null
    return createRepairer(page.raw, { lexicon }).repair(page.raw, 'und').text
  })
  const { user, system } = process.cpuUsage(began)
  const characters = pages.reduce((sum, page) => sum + page.raw.length, 0)
  return { texts, speed: characters / (user + system) }
}

type LexiconOf = (page: TruthPage) => Lexicon

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

function report(name: string, pages: readonly TruthPage[], lexiconOf: LexiconOf): void {
  if (pages.length === 0 || !scorer) return
  const { texts, speed } = repairPages(pages, lexiconOf)
  const again = repairPages(pages, lexiconOf)
  const raw = pages.map((page) => page.raw)
  const s = score(scorer, folder, { raw, gold: pages.map((page) => page.gold), repaired: texts })
  const row = [name, percent(s.raw_wer), percent(s.candidate_wer), share(s.precision)]
  row.push(share(s.recall), `${s.miscorrected + s.inserted}`, `${s.harmed}`)
  row.push(speed.toFixed(2), again.speed.toFixed(2))
  stdout.write(`| ${row.join(' | ')} |\n`)
}

/** Pages read with what was learned, misreadings and confidence, from others. */
function reportHeldOut(name: string, pages: readonly TruthPage[], learn: readonly TruthPage[]) {
  const lexicon = lexiconFrom(learn, loadLexicon())
  const changes = uncalibratedChanges(learn, lexicon)
  const calibrated = { ...lexicon, calibration: fitCalibration(changes, lexicon) }
  report(name, pages, () => calibrated)
  return judgeChanges(pages, () => calibrated)
}

const BINS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1]

/** How often changes are right that are said to be so sure; below .8 they are offered, not made. */
function reportConfidence(changes: readonly JudgedChange[]): void {
  stdout.write('\n| confidence | changes | mean | right |\n| --- | --- | --- | --- |\n')
  for (const [i, from] of BINS.slice(0, -1).entries()) {
    const to = BINS[i + 1]!
    const own = changes.filter(({ confidence: c }) => c >= from && c < to)
    if (own.length === 0) continue
    const mean = own.reduce((sum, change) => sum + change.confidence, 0) / own.length
    const right = own.filter((change) => change.isRight).length / own.length
    stdout.write(`| ${from}–${to} | ${own.length} | ${mean.toFixed(3)} | ${right.toFixed(3)} |\n`)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'pasaje-ocr-'))
const scorer = sharedPath('eval/ocr/score.mjs')
if (!scorer) stdout.write('skipped: the shared data (eval/ocr) is not here\n')
else {
  stdout.write(
    '| pages | word error % | after | precision | recall | wrong | harmed | MB/s first | again |\n',
  )
  stdout.write(`|${' --- |'.repeat(9)}\n`)
  for (const [name, pages] of sets) report(name, pages, loadLexicon)
  const [damaged, real, , seed] = sets.map(([, pages]) => pages)
  const [one, other] = halves(damaged!)
  const changes = [
    reportHeldOut('rendered, half A; learned from half B', one, other),
    reportHeldOut('rendered, half B; learned from half A', other, one),
    reportHeldOut('real PDF pages; learned from rendered', real!, damaged!),
    reportHeldOut('seed 004; learned from rendered and real', seed!, [...damaged!, ...real!]),
  ]
  reportConfidence(changes.flat())
  rmSync(folder, { recursive: true })
}
