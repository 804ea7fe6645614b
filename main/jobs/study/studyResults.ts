import type { CellResult } from '../../contract/studies.ts'
import type { JobRun } from '../queue/job.ts'
import { type PlannedCell, resultsOf } from './plannedCells.ts'
import { readResults, writeResults } from './resultsFile.ts'

/** The results of a study's cells, in the store and, where a folder is given, in its cells.json. */
export class StudyResults {
  readonly #run: JobRun<'study'>
  readonly #cells: PlannedCell[]
  /** What the file holds of other cells: it stays there. */
  readonly #others: CellResult[]

  private constructor(run: JobRun<'study'>, cells: PlannedCell[], others: CellResult[]) {
    this.#run = run
    this.#cells = cells
    this.#others = others
  }

  /** Takes what the file has of these cells, each of which is there once, for done. */
  static async open(run: JobRun<'study'>, cells: PlannedCell[]): Promise<StudyResults> {
    const { results: folder } = run.request
    const before = folder === undefined ? [] : await readResults(folder)
    const keys = new Set(cells.map(({ key }) => key))
    const { studies } = run.store
    const brought = before.filter(({ key, state }) =>
      state === 'done' && keys.has(key) && studies.cellState(key) !== 'done')
    run.store.transaction(() => brought.forEach((result) => studies.putCell(result)))
    const results = new StudyResults(run, cells, before.filter(({ key }) => !keys.has(key)))
    await results.#write()
    return results
  }

  /** The cells that have no result yet or failed. */
  missing(): PlannedCell[] {
    return this.#cells.filter(({ key }) => this.#run.store.studies.cellState(key) !== 'done')
  }

  async keep(result: CellResult): Promise<void> {
    this.#run.store.studies.putCell(result)
    this.#run.announce({ type: 'changed', what: 'studies', id: this.#run.request.studyId })
    await this.#write()
  }

  /** How many of the study's cells are done, and how many failed. */
  counts(): { done: number; failed: number } {
    const states = this.#cells.map(({ key }) => this.#run.store.studies.cellState(key))
    const count = (wanted: CellResult['state']) => states.filter((state) => state === wanted).length
    return { done: count('done'), failed: count('failed') }
  }

  async #write(): Promise<void> {
    const { results: folder } = this.#run.request
    if (folder === undefined) return
    const there = resultsOf(this.#run.store, this.#cells).filter((result) => result !== undefined)
    await writeResults(folder, [...this.#others, ...there])
  }
}
