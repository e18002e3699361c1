/** `pasaje ingest`: brings the index up to date with a folder and says what was done. */
import type { Command } from 'commander'
import { UserError } from '../errors.ts'

interface Options {
  readonly corpus: string
  readonly index: string
  readonly json?: boolean
  readonly force?: boolean
  readonly ocr?: boolean
}

export function register(program: Command): void {
  program
    .command('ingest')
    .description('read what changed in a folder of reports and bring the index up to date')
    .option('--corpus <dir>', 'folder of the documents', 'corpus')
    .option('--index <dir>', 'folder of the index', 'index')
    .option('--ocr', 'have scanned PDF pages recognised by tesseract')
    .option('--force', 'make everything anew')
    .option('--json', 'print the report as JSON')
    .action(run)
}

async function run({ corpus, index, json = false, force = false, ocr = false }: Options) {
  const { ingestFolder } = await import('../ingest/folder.ts')
  const { loadStages } = await import('../pipeline.ts')
  const { createProgress } = await import('./progress.ts')
  const { printReport } = await import('./ingest-report.ts')
  const progress = createProgress(process.stderr)
  endOnSignals(progress.stop)
  const report = await ingestFolder({
    corpus,
    index,
    force,
    ocr,
    stages: loadStages(corpus),
    onProgress: progress.update,
  }).finally(progress.stop)
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report))
  if (report.version === null)
    throw new UserError(
      'corpus-empty',
      `nothing in ${corpus} could be indexed`,
      'See the problems above; the old index, if there was one, is as it was',
    )
}

/** Gives the terminal back before the signal does its work. What was read is kept: the next run goes on from there. */
function endOnSignals(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop()
      process.stderr.write(
        'stopped; the old index is as it was, and the next ingest goes on from here\n',
      )
      process.kill(process.pid, signal)
    })
}
