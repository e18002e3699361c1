/** A running server: opens the port at once, the index behind it, and whatever generation comes next. */
import { existsSync } from 'node:fs'
import { openContext } from '../context.ts'
import { UserError } from '../errors.ts'
import { currentGeneration } from '../store/generation.ts'
import { createApp } from './app.tsx'
import { createGenerations, type Generations } from './generations.ts'
import { ingestInProcess, type Folders } from './ingest-process.ts'
import { createLibrary } from './library.ts'
import { listen, type Listening } from './listen.ts'
import { loadStaticFiles } from './static-files.ts'
import { watchFolder, type Watching } from './watch.ts'

export interface ServeOptions extends Folders {
  readonly host: string
  readonly port: number
  /** Ingests the corpus when it changes and serves each new generation. */
  readonly watch: boolean
  /** Told what happens, a line at a time. */
  readonly log: (line: string) => void
}

/** What a rebuild mends. */
const mendable: readonly string[] = ['index-missing', 'index-version', 'index-damaged']

/**
 * Serves; resolves once the index is open. The port answers 503 while the index is being built or opened.
 * UserError where the port is taken, or where there is nothing to index.
 */
export async function startServing(options: ServeOptions): Promise<Listening> {
  const report = (error: unknown) => options.log(String((error as Error)?.stack ?? error))
  const generations = createGenerations(report)
  const app = createApp({ generations, files: await loadStaticFiles(), onError: report })
  const listening = await listen(app.fetch, options)
  const watching: Watching[] = []
  const close = async () => {
    for (const one of watching) one.stop()
    await listening.close()
    await generations.close()
  }
  try {
    await openOrBuild(options, generations)
  } catch (error) {
    await close()
    throw error
  }
  if (options.watch) watching.push(...watchBoth(options, generations))
  return { url: listening.url, close }
}

async function openOrBuild(options: ServeOptions, generations: Generations): Promise<void> {
  try {
    generations.replace(createLibrary(await openContext(options.index)))
  } catch (error) {
    if (!(error instanceof UserError) || !mendable.includes(error.code)) throw error
    options.log(`${error.message}: reading ${options.corpus} …`)
    const code = await ingestInProcess(options)
    if (code !== 0) {
      throw new UserError(
        'corpus-empty',
        `${options.corpus} could not be indexed`,
        'The lines above say why; name a folder of reports with --corpus DIR',
        { cause: error },
      )
    }
    generations.replace(createLibrary(await openContext(options.index)))
  }
}

/** Two watches: on the corpus, which ingests; on the index, which swaps, whoever wrote the new generation. */
function watchBoth(options: ServeOptions, generations: Generations): readonly Watching[] {
  const { corpus, index, log } = options
  let serving = currentGeneration(index)
  const swap = async () => {
    const latest = currentGeneration(index)
    if (latest === null || latest === serving) return
    try {
      const library = createLibrary(await openContext(index))
      generations.replace(library)
      serving = latest
      log(`Now serving corpus version ${library.store.manifest.version}`)
    } catch (error) {
      log(`The new index could not be opened, the old one still serves: ${String(error)}`)
    }
  }
  const ingest = async () => {
    log('The corpus changed: reading it')
    if ((await ingestInProcess({ corpus, index })) !== 0) log('Nothing could be indexed')
    await swap()
  }
  const watches = [watchFolder(index, swap)]
  return existsSync(corpus) ? [...watches, watchFolder(corpus, ingest)] : watches
}
