/** argv → command → exit code. The only place that sets an exit code. */
import { Command } from 'commander'
import { UserError } from '../errors.ts'

const program = new Command('pasaje').description('Search the passages of a folder of reports')

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof UserError)) throw error
  process.stderr.write(`pasaje: ${error.message}. ${error.remedy}\n`)
  process.exitCode = error.code === 'usage' ? 2 : 1
}
