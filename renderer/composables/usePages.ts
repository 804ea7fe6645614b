import { shallowRef, type ShallowRef, triggerRef, watch, type WatchSource } from 'vue'
import { type Failure, failureOf } from '../client/failure.ts'

const pageRows = 200

/** A long list of which only what is looked at is fetched, page by page. */
export interface Pages<T> {
  /** By index; undefined where it was not fetched yet. */
  rows: ShallowRef<(T | undefined)[]>
  failure: ShallowRef<Failure | null>
  /** Fetches the rows from one index to another, the last included. */
  see(from: number, to: number): void
  /** Those that failed are asked for again. */
  again(): void
}

/** @param load a page of the list; it is begun anew when one of the dependencies changes */
export function usePages<T>(load: (offset: number, limit: number) => Promise<T[]>, dependencies: WatchSource[]): Pages<T> {
  const rows: ShallowRef<(T | undefined)[]> = shallowRef([])
  const failure: ShallowRef<Failure | null> = shallowRef(null)
  let asked = new Set<number>()
  let [first, last] = [0, 0]

  async function fetchPage(page: number, ofList: Set<number>): Promise<void> {
    ofList.add(page)
    try {
      const answer = await load(page * pageRows, pageRows)
      if (ofList !== asked) return
      answer.forEach((row, i) => (rows.value[page * pageRows + i] = row))
      triggerRef(rows)
    } catch (error) {
      ofList.delete(page)
      if (ofList === asked) failure.value = failureOf(error)
    }
  }
  function see(from: number, to: number): void {
    ;[first, last] = [from, to]
    for (let page = Math.floor(from / pageRows); page <= Math.floor(to / pageRows); page++)
      if (!asked.has(page)) void fetchPage(page, asked)
  }
  function again(): void {
    failure.value = null
    see(first, last)
  }
  watch(dependencies, () => {
    asked = new Set()
    rows.value = []
    failure.value = null
    see(0, 0)
  })
  return { rows, failure, see, again }
}
