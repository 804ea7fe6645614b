import cliTruncate from 'cli-truncate'
import type { Job } from '../../contract/jobs.ts'
import { canShowBlocks } from './bar.ts'
import { liveLines } from './liveLines.ts'
import { PlainLines } from './plainLines.ts'

/** Shows how far one job is, on standard error. */
export interface Display {
  show(job: Job): void
  /** Tells something beside the job. */
  say(text: string): void
  end(): void
}

/** A live picture where somebody watches a terminal, plain lines everywhere else. */
export async function openDisplay(
  stream: NodeJS.WriteStream = process.stderr,
  env = process.env,
): Promise<Display> {
  const watched = stream.isTTY && env.TERM !== 'dumb' && !env.CI
  return watched ? liveDisplay(stream) : plainDisplay(stream)
}

function plainDisplay(stream: NodeJS.WriteStream): Display {
  const lines = new PlainLines()
  return {
    show: (job) => lines.of(job, performance.now()).forEach((line) => stream.write(`${line}\n`)),
    say: (text) => void stream.write(`${text}\n`),
    end: () => undefined,
  }
}

/** Redrawn with every event, and each second, so that the clock goes on. What it drew is gone at the end. */
async function liveDisplay(stream: NodeJS.WriteStream): Promise<Display> {
  const { createLogUpdate } = await import('log-update')
  const update = createLogUpdate(stream)
  const started = performance.now()
  let last: Job | undefined
  const draw = () => {
    if (!last) return
    const screen = { columns: stream.columns || 80, rows: stream.rows || 24, blocks: canShowBlocks() }
    const lines = liveLines(last, (performance.now() - started) / 1000, screen)
    update(lines.map((line) => cliTruncate(line, screen.columns - 1)).join('\n'))
  }
  const clock = setInterval(draw, 1000)
  return {
    show: (job) => {
      last = job
      draw()
    },
    say: (text) => {
      update.persist(text)
      draw()
    },
    end: () => {
      clearInterval(clock)
      update.clear()
      update.done()
    },
  }
}
