/** `pasaje serve`: the reading room on a port of this machine. */
import { InvalidArgumentError, type Command } from 'commander'

interface Options {
  readonly corpus: string
  readonly index: string
  readonly host: string
  readonly port: number
  readonly watch?: boolean
}

export function register(program: Command): void {
  program
    .command('serve')
    .description('serve the pages and the API; builds the index first if there is none')
    .option('--corpus <dir>', 'folder of the documents', 'corpus')
    .option('--index <dir>', 'folder of the index', 'index')
    .option('--port <n>', 'port to listen on', parsePort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--watch', 'ingest the corpus when it changes, and serve each new index')
    .action(run)
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('a port is 0 to 65535.')
  return port
}

const log = (line: string) => process.stderr.write(`${line}\n`)

async function run(options: Options): Promise<void> {
  const { startServing } = await import('../server/serve.ts')
  const serving = await startServing({ ...options, watch: options.watch ?? false, log })
  process.stdout.write(`Pasaje is at ${serving.url}\n`)
  const stop = () => void serving.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
