import type { ImageVerdict, VerdictChange } from '../../main/contract/verdicts.ts'
import type { EngineApi } from '../client/engine.ts'
import { type Failure, failureOf } from '../client/failure.ts'
import type { Entries } from './entries.ts'
import { inBatches, type Saying } from './sayings.ts'

/** Of which images is spoken, and in view of which score. */
export interface Subject { imageSetId: number; scoreId: number | null }

/** What the engine answered, and what it did not take. */
export interface Answer { changes: VerdictChange[]; unsaid: Saying[]; failure: Failure | null }

/** Tells the engine, in batches, until it refuses one. */
export async function tell(api: EngineApi, subject: Subject, sayings: Saying[]): Promise<Answer> {
  const batches = inBatches(sayings)
  const changes: VerdictChange[] = []
  for (const [i, batch] of batches.entries()) {
    try {
      changes.push(...(await say(api, subject, batch)))
    } catch (error) {
      return { changes, unsaid: batches.slice(i), failure: failureOf(error) }
    }
  }
  return { changes, unsaid: [], failure: null }
}

function say(api: EngineApi, subject: Subject, { positions, said }: Saying): Promise<VerdictChange[]> {
  const { verdict, ...remarks } = said
  if (verdict === null) return api.verdicts.withdraw({ ...subject, positions })
  return api.verdicts.put({ ...subject, positions, verdict, ...remarks })
}

/** As many as travel in a few hundred milliseconds. */
const pageRows = 5_000

/** All current verdicts of a set, asked for page by page. */
export async function allVerdicts(api: EngineApi, imageSetId: number): Promise<Entries> {
  const entries = new Map<number, ImageVerdict>()
  for (let from = 0; ; ) {
    const page = await api.verdicts.list({ imageSetId, from, limit: pageRows })
    for (const one of page) entries.set(one.position, one)
    if (page.length < pageRows) return entries
    from = page.at(-1)!.position + 1
  }
}
