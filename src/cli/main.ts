/** The command as it is started: its arguments in, its exit code out. */
import { main } from './program.ts'

// Whoever reads our output may have read enough: `pasaje export | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await main(process.argv.slice(2))
