import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

const largestBytes = 1_000_000

/** The desktop host's own log, `window.log` in the system's place for logs; a large one is kept as `window.old.log`. */
export class HostLog {
  readonly file: string

  constructor(folder: string) {
    this.file = path.join(folder, 'window.log')
    mkdirSync(folder, { recursive: true })
    const bytes = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0
    if (bytes > largestBytes) renameSync(this.file, path.join(folder, 'window.old.log'))
  }

  /** Written at once: the last lines before a crash are the ones that are needed. */
  write(what: string, error?: unknown): void {
    const details = error instanceof Error ? { error: error.stack } : {}
    appendFileSync(this.file, `${JSON.stringify({ time: new Date().toISOString(), pid: process.pid, what, ...details })}\n`)
  }

  lastLines(count: number): string[] {
    return lastLinesOf(this.file, count)
  }
}

export function lastLinesOf(file: string, count: number): string[] {
  const there = statSync(file, { throwIfNoEntry: false })
  return there ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count) : []
}
