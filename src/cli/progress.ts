/** Progress for people: a bar with rate and remaining time on a terminal, a plain line now and then in a log. */
import { Presets, SingleBar } from 'cli-progress'
import type { IngestProgress } from '../ingest/progress.ts'

const STEPS = { check: 'checking', read: 'reading', index: 'indexing' } as const

/** Seconds between two lines of a log. */
const LOG_EVERY = 10

export interface Progress {
  readonly update: (progress: IngestProgress) => void
  readonly stop: () => void
}

/** Shows progress on a stream. Checking what is known shows nothing: it is over in a moment. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? onTerminal(stream) : inLog(stream)
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)

/** '8 s', '3 min', '1 h 20 min' */
function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

function onTerminal(stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar(
    {
      format: '{step} {bar} {percentage}% · {done}/{all} MB · {rate} MB/s · {left} left · {file}',
      stream,
      hideCursor: true,
      clearOnComplete: true,
      // It would keep Ctrl-C to itself.
      gracefulExit: false,
      fps: 8,
    },
    Presets.shades_classic,
  )
  let step: IngestProgress['step'] | null = null
  let started = 0
  return {
    update(progress) {
      if (progress.step === 'check') return
      const seconds = (performance.now() - started) / 1000
      // The first file is read by a program that has not warmed up.
      const isTelling = seconds > 0.5 && progress.done > 0.02 * progress.total
      const rate = isTelling ? megabytes(progress.done / seconds) : '–'
      const left = isTelling
        ? duration((seconds * (progress.total - progress.done)) / progress.done)
        : '–'
      const [done, all] = [megabytes(progress.done), megabytes(progress.total)]
      const file = progress.file.slice(-40)
      const shown = { step: STEPS[progress.step], done, all, rate, left, file }
      if (step !== progress.step) {
        bar.stop()
        step = progress.step
        started = performance.now()
        bar.start(progress.total, 0, shown)
      }
      bar.update(progress.done, shown)
    },
    stop: () => bar.stop(),
  }
}

function inLog(stream: NodeJS.WriteStream): Progress {
  let last = performance.now()
  return {
    update({ step, done, total, file }) {
      if (performance.now() - last < LOG_EVERY * 1000) return
      last = performance.now()
      const share = Math.round((100 * done) / total)
      stream.write(
        `${STEPS[step]} ${share}% (${megabytes(done)} of ${megabytes(total)} MB) ${file}\n`,
      )
    },
    stop: () => {},
  }
}
