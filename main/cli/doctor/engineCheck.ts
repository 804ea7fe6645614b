import { explain } from '../failures.ts'
import { bytes, counted, moment } from '../output/format.ts'
import { withEngine } from '../session.ts'
import { bad, good } from './check.ts'
import type { Check } from './check.ts'

/** Whether an engine can be joined or started, and how it is. */
export async function engineCheck(): Promise<Check> {
  try {
    const { version, pid, started, residentBytes, running } = await withEngine(({ api }) =>
      api.engine.status(),
    )
    return good(
      'engine',
      `version ${version}, process ${pid} since ${moment(started)}, ${bytes(residentBytes)} of memory, `
        + `${counted(running, 'job')} running`,
    )
  } catch (error) {
    const { message, hint } = explain(error)
    return bad('engine', message, hint ?? 'Set LACUNA_DEBUG=1 to see more.')
  }
}
