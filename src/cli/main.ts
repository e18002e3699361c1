/** argv → command → exit code. The only place that sets an exit code. Commands load what they need when they run. */
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

const program = new Command('pasaje')
  .description('Search the passages of a folder of reports')
  .option('--verbose', 'show stack traces')
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'pasaje: ')) })
  .exitOverride()

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
for (const register of commands) register(program)

// Whoever reads our output may have read enough: `pasaje export | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}

/** Prints the error as its reader needs it; returns the exit code: 2 for wrong usage, 1 for everything else. */
function report(error: unknown): number {
  if (error instanceof UserError) {
    process.stderr.write(`pasaje: ${error.message}. ${error.remedy}\n`)
    return error.code === 'usage' ? 2 : 1
  }
  // Commander has already printed its own line; help and version end with code 0.
  if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? 0 : 2
  throw error
}
