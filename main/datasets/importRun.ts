import path from 'node:path'
import { rm } from 'node:fs/promises'
import { LineWriter } from './lines.ts'
import type { ImportPhase, ImportProgress, ImportRequest } from './importRequest.ts'
import type { Problem } from './problems.ts'

const ARTEFACTS = ['pixels.u8', 'images.ndjson', 'problems.ndjson', 'pairs.ndjson'] as const
const SCRATCH = [
  'found.part',
  'checked.part',
  'decoded.part',
  'pixels.part',
  'details.part',
  'scratch',
] as const
const REPORT_EVERY_MS = 100

/** What the stages of one import share: its request, its files, its problems and its progress. */
export class ImportRun {
  readonly request: ImportRequest
  readonly signal: AbortSignal
  problems = 0
  others = 0
  #log: LineWriter
  #report: (progress: ImportProgress) => void
  #reported = 0

  constructor(request: ImportRequest, report: (progress: ImportProgress) => void, signal: AbortSignal) {
    this.request = request
    this.signal = signal
    this.#report = report
    this.#log = new LineWriter(this.file('problems.ndjson'))
  }

  file(name: (typeof ARTEFACTS)[number] | (typeof SCRATCH)[number]): string {
    return path.join(this.request.output, name)
  }

  async problem(problem: Problem): Promise<void> {
    this.problems += 1
    await this.#log.write(problem)
  }

  /** At most ten reports a second, but the first and the last of a phase always. */
  progress(phase: ImportPhase, done: number, total: number | null): void {
    const now = performance.now()
    if (done !== 0 && done !== total && now - this.#reported < REPORT_EVERY_MS) return
    this.#reported = now
    this.#report({ phase, done, total, problems: this.problems })
  }

  /** Leaves the artefacts only. */
  async finish(): Promise<void> {
    await this.#log.close()
    await this.#remove(SCRATCH)
  }

  /** Leaves nothing. */
  async abandon(): Promise<void> {
    await this.#log.discard()
    await this.#remove([...SCRATCH, ...ARTEFACTS])
  }

  async #remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(path.join(this.request.output, name), { recursive: true, force: true })
  }
}
