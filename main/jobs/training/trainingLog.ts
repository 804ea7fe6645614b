import type { Job } from '../../contract/jobs.ts'
import type { TrainingLogLine } from '../../contract/training.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import { now } from '../../store/now.ts'
import { sentences } from '../queue/failures.ts'
import type { Announcement, Shop } from '../queue/job.ts'

type Writing = Pick<Shop, 'store' | 'log' | 'announce'>

/**
 * Adds a line to the log of an ensemble's trainings, and tells of it. The ensembles of studies have none: nobody looks at
 * them. A line that a full disk refuses is missing, and training goes on.
 */
export function noteTraining(
  { store, log, announce }: Writing, { id, cell }: Pick<EnsembleRecord, 'id' | 'cell'>, line: Omit<TrainingLogLine, 'at'>,
): void {
  if (cell !== null) return
  const dated = { ...line, at: now() }
  try {
    store.trainingLog.add(id, dated)
    announce({ type: 'log', ensembleId: id, line: dated })
  } catch (error) {
    log.warn({ err: error, ensemble: id, text: line.text }, 'A line of a training\'s log could not be stored.')
  }
}

/** Writes what becomes of trainings as jobs into their logs: asked for, paused, resumed and how they ended. */
export class TrainingStates {
  readonly #writing: Writing
  /** Jobs that may change still, also those that an engine before this one left. */
  readonly #states: Map<number, Job['state']>

  constructor(writing: Writing) {
    this.#writing = writing
    const open = writing.store.jobs.list(['waiting', 'running', 'paused'])
    this.#states = new Map(open.map(({ id, state }) => [id, state]))
  }

  see(event: Announcement): void {
    if (event.type !== 'job' || event.job.kind !== 'train') return
    const { id, state, ensembleId } = event.job
    const before = this.#states.get(id)
    this.#states.set(id, state)
    const ensemble = state === before ? undefined : this.#writing.store.ensembles.show(ensembleId!)
    const text = words(event.job, before)
    if (ensemble && text)
      noteTraining(this.#writing, ensemble, { member: null, kind: state === 'failed' ? 'failure' : 'training', text })
  }
}

/** Null for what the training itself tells better. */
function words({ state, error }: Job, before: Job['state'] | undefined): string | null {
  if (state === 'running') return null
  if (state === 'failed') return error && sentences(error)
  if (state !== 'waiting') return { paused: 'Paused.', done: 'All members are done.', cancelled: 'Cancelled.' }[state]
  if (before === 'paused') return 'Resumed.'
  return before === 'running' ? 'Taken up again: Lacuna ended while it ran.' : 'Training was asked for.'
}
