/** `pasaje repair`: repaired text on standard output, or the log of what was repaired. */
import { readFileSync } from 'node:fs'
import { InvalidArgumentError, type Command } from 'commander'
import { UserError } from '../errors.ts'
import type { Language } from '../model.ts'
import type { Decoded } from '../read/decode.ts'

interface Options {
  readonly lang?: Language
  readonly json?: boolean
}

export function register(program: Command): void {
  program
    .command('repair')
    .description('Repair OCR damage; line breaks are kept')
    .argument('[file]', 'a text file; standard input where none is named')
    .option(
      '--lang <en|es>',
      'the language of the text; decided passage by passage otherwise',
      parseLanguage,
    )
    .option('--json', 'print text, repairs and offers as JSON')
    .action(async (file: string | undefined, options: Options) => {
      const { createRepairer, needsLexicon } = await import('../normalize/repair.ts')
      const { loadLexicon } = await import('../load/lexicon.ts')
      const { decode } = await import('../read/decode.ts')
      const printed = readText(file, decode)
      const lexicon = options.lang === 'es' || needsLexicon(printed) ? loadLexicon() : null
      const declared = options.lang ? { language: options.lang } : {}
      const repairer = createRepairer(printed, { lexicon, ...declared })
      const repaired = repairer.repair(printed, options.lang ?? 'und')
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ ...repaired, damage: repairer.damage }, null, 2)}\n`
          : repaired.text,
      )
    })
}

function parseLanguage(value: string): Language {
  if (value === 'en' || value === 'es') return value
  throw new InvalidArgumentError('Languages are en and es.')
}

/** The text of a file or of standard input: UTF-8 to the last byte, its line ends and mark too; else as ingest decodes it. */
function readText(file: string | undefined, decode: (bytes: Uint8Array) => Decoded | null): string {
  const bytes = readBytes(file)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const decoded = decode(bytes)
    if (decoded) return decoded.text
    const named = file ?? 'standard input'
    throw new UserError('bad-request', `${named} is no text`, 'pasaje inspect reads other formats.')
  }
}

function readBytes(file: string | undefined): Uint8Array {
  try {
    return readFileSync(file ?? 0)
  } catch (error) {
    const named = file ?? 'standard input'
    throw new UserError('file-missing', `Cannot read ${named}`, 'Name a text file that exists.', {
      cause: error,
    })
  }
}
