/** Arguments → command → exit code. Commands load what they need when they run. */
import { Command } from 'commander'
import { UserError } from '../errors.ts'
import { register as compare } from './compare.ts'
import { register as evaluate } from './evaluate.ts'
import { register as exportResults } from './export.ts'
import { register as quotes } from './quotes.ts'
import { register as trends } from './trends.ts'
import { register as ingest } from './ingest.ts'
import { register as inspect } from './inspect.ts'
import { register as repair } from './repair.ts'
import { register as search } from './search.ts'
import { register as serve } from './serve.ts'
import { register as verify } from './verify.ts'

/** One line a command, in the order of the help; each module exports its `register`. */
const commands: readonly ((program: Command) => void)[] = [
  ingest,
  serve,
  inspect,
  repair,
  search,
  exportResults,
  quotes,
  trends,
  compare,
  verify,
  evaluate,
]

/** Runs one command; returns its exit code: 2 for wrong usage, 1 for everything else that keeps it from its work. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('pasaje')
    .description('Search the passages of a folder of reports')
    .option('--verbose', 'show stack traces')
    .configureOutput({ outputError: (text, write) => write(explained(text)) })
    .exitOverride()
  for (const register of commands) register(program)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    return report(error)
  }
  return 0
}

/** A line of Commander's as one of ours: `search -police` leaves a word out, and looks like an option. */
function explained(text: string): string {
  const line = text.replace(/^error: /, 'pasaje: ')
  return /unknown option '-[^-]/.test(line)
    ? `${line.trimEnd()}. A query that begins with a minus sign stands after --, as in: -- -word\n`
    : line
}

/** Prints the error as its reader needs it; returns the exit code. */
function report(error: unknown): number {
  if (error instanceof UserError) {
    process.stderr.write(`pasaje: ${error.message}. ${error.remedy}\n`)
    return error.code === 'usage' ? 2 : 1
  }
  // Commander has already printed its own line; help and version end with code 0.
  if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? 0 : 2
  throw error
}
