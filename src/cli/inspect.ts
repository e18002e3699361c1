/** `pasaje inspect FILE`: how one file is decoded, repaired, split and labelled, and why. Writes nothing. */
import type { Command } from 'commander'
import type { Inspection } from '../ingest/inspect.ts'
import type { Passage, Provenance } from '../model.ts'

interface Options {
  readonly corpus: string
  readonly json?: boolean
}

export function register(program: Command): void {
  program
    .command('inspect')
    .description('show how one file is decoded, repaired, split and labelled, and why')
    .argument('<file>')
    .option('--corpus <dir>', 'folder the file belongs to, for its id and corpus.yaml', 'corpus')
    .option('--json', 'print everything as JSON')
    .action(run)
}

async function run(file: string, { corpus, json = false }: Options): Promise<void> {
  const { inspectFile } = await import('../ingest/inspect.ts')
  const { loadTools } = await import('../document-stages.ts')
  const inspection = await inspectFile(file, corpus, loadTools)
  process.stdout.write(json ? `${JSON.stringify(inspection, null, 2)}\n` : print(inspection))
}

function print({ document, passages, problems }: Inspection): string {
  const wrong = problems.map(({ stage, message }) => `problem (${stage}): ${message}`)
  if (!document) return `${wrong.join('\n')}\n`
  const { id, format, encoding, labels, furniture } = document
  const plain = { title: document.title, year: document.year, country: document.country }
  const head = [
    `${id} · ${format}, ${encoding} · ${passages.length} passages`,
    ...Object.entries({ ...plain, language: document.language }).map(
      ([name, value]) => `${name}: ${explain(value, labels[name as keyof typeof labels])}`,
    ),
    ...wrong,
  ]
  const aside = furniture.map(({ printed }) => `set aside: ${printed}`)
  return `${[...head, ...passages.map(describe), ...aside].join('\n')}\n`
}

const explain = (value: string | number | null, { by, evidence }: Provenance) =>
  `${value ?? '–'} (${by}${evidence === '' ? '' : `: ${evidence}`})`

function describe(passage: Passage): string {
  const { ordinal, id, page, heading, labels, text, repairs, offers, duplicateOf } = passage
  return [
    '',
    `${ordinal}  ${id}${page === null ? '' : `  page ${page}`}${heading === null ? '' : `  under “${heading}”`}`,
    `    section ${explain(passage.section, labels.section)}; language ${explain(passage.language, labels.language)}; year ${explain(passage.year, labels.year)}`,
    ...(duplicateOf === null ? [] : [`    repeats ${duplicateOf}`]),
    `    ${text}`,
    ...repairs.map(showChange('repaired')),
    ...offers.map(showChange('offered, not made:')),
  ].join('\n')
}

const showChange =
  (what: string) =>
  ({ before, after, rule, confidence }: Passage['repairs'][number]) =>
    `    ${what} ${before} → ${after} (${rule}, ${confidence})`
