import type { StudyProgress } from '../../contract/jobs.ts'
import type { JobRun } from '../queue/job.ts'
import type { PlannedCell } from './plannedCells.ts'
import type { StudyResults } from './studyResults.ts'

/** A cell takes minutes: the time left is told anew in between, in milliseconds. */
const interval = 5_000

/** Where a study stands; tells the job's progress whenever a cell begins, moves on or ends, and now and then. */
export class StudyBoard {
  readonly #run: JobRun<'study'>
  readonly #total: number
  readonly #results: StudyResults
  readonly #seconds = new Map<string, number[]>()
  readonly #clock: NodeJS.Timeout
  #left: PlannedCell[]
  #phase: StudyProgress['phase'] = 'planning'
  #now: string | null = null
  #begun = performance.now()

  /** @param total cells of the study. @param left those that this run goes through */
  constructor(run: JobRun<'study'>, total: number, results: StudyResults, left: PlannedCell[]) {
    this.#run = run
    this.#total = total
    this.#results = results
    this.#left = left
    this.#clock = setInterval(() => this.#tell(this.#phase), interval)
    this.#tell('planning')
  }

  close(): void {
    clearInterval(this.#clock)
  }

  training({ words }: PlannedCell): void {
    this.#now = words
    this.#begun = performance.now()
    this.#tell('training')
  }

  scoring(): void {
    this.#tell('scoring')
  }

  finished(cell: PlannedCell): void {
    const seconds = (performance.now() - this.#begun) / 1000
    this.#seconds.set(cell.arm.name, [...(this.#seconds.get(cell.arm.name) ?? []), seconds])
    this.#left = this.#left.filter((one) => one !== cell)
    this.#now = null
    this.#tell('planning')
  }

  #tell(phase: StudyProgress['phase']): void {
    this.#phase = phase
    const { done, failed } = this.#results.counts()
    this.#run.progress({
      kind: 'study', phase, done, failed, total: this.#total, now: this.#now, secondsLeft: this.#secondsLeft(),
    })
  }

  /** By what cells of the same arm took in this run, and for arms that had none yet, by what cells took at all. */
  #secondsLeft(): number | null {
    const all = [...this.#seconds.values()].flat()
    if (all.length === 0) return null
    const left = this.#left.reduce((sum, { arm }) => sum + mean(this.#seconds.get(arm.name) ?? all), 0)
    const gone = this.#now === null ? 0 : (performance.now() - this.#begun) / 1000
    return Math.max(0, left - gone)
  }
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
