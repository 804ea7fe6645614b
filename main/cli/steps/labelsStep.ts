import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import type { JudgedLabel, LabelScores } from '../../contract/labels.ts'
import { counted } from '../output/format.ts'
import { stopwatch } from '../output/stopwatch.ts'
import { note } from '../output/streams.ts'
import { follow } from '../progress/follow.ts'
import type { Session } from '../session.ts'

const columns = ['rank', 'path', 'split', 'label', 'suggested', 'finding', 'score', 'foreign'] as const

/** As many as the engine gives at once without being held up. */
const pageRows = 2_000

/** Has an ensemble judge the labels of its own images. */
export async function labelsStep(session: Session, ensembleId: number): Promise<LabelScores> {
  const took = stopwatch()
  const { jobId } = await session.api.labels.compute({ ensembleId })
  await follow(session, jobId)
  const labels = await session.api.labels.show({ ensembleId })
  note(`Judged: ${counted(labels.images, 'label')} by ${counted(labels.members, 'member')} (${took()})`)
  return labels
}

/** Writes the whole list as CSV; text that a spreadsheet would take for a formula gets a leading apostrophe. */
export async function writeLabels(session: Session, ensembleId: number, file: string): Promise<void> {
  const csv = stringify({
    header: true, columns: [...columns], escape_formulas: true, cast: { number: (value) => String(value) },
  })
  await pipeline(Readable.from(allLabels(session, ensembleId)), csv, createWriteStream(file), { signal: session.signal })
}

async function* allLabels({ api, signal }: Session, ensembleId: number): AsyncGenerator<JudgedLabel> {
  for (let offset = 0; ; offset += pageRows) {
    signal.throwIfAborted()
    const rows = await api.labels.list({ ensembleId, offset, limit: pageRows })
    yield* rows
    if (rows.length < pageRows) return
  }
}
