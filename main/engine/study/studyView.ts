import { EngineFailure } from '../../contract/errors.ts'
import type { Job } from '../../contract/jobs.ts'
import type { CellResult, Study } from '../../contract/studies.ts'
import type { JobRequests } from '../../jobs/queue/job.ts'
import { distinctCells, plannedCells, resultsOf } from '../../jobs/study/plannedCells.ts'
import type { StudyRecord } from '../../store/studies.ts'
import type { EngineParts } from '../parts.ts'

/** @throws EngineFailure NOT_FOUND */
export function studyNamed({ store }: Pick<EngineParts, 'store'>, name: string): StudyRecord {
  const study = store.studies.named(name)
  if (!study) throw new EngineFailure('NOT_FOUND', `No study "${name}" was started yet.`, 'See "lacuna study list".')
  return study
}

/** A study as the contract has it. */
export function studyView(parts: EngineParts, record: StudyRecord): Study {
  const { id, projectId, name, created, spec } = record
  const results = resultsOrNull(parts, record)
  const there = (results ?? []).filter((result) => result !== undefined)
  const count = (state: CellResult['state']) => there.filter((result) => result.state === state).length
  return {
    id, projectId, name, created, question: spec.question, cells: results?.length ?? null, done: count('done'),
    failed: count('failed'), lastEnded: there.map(({ ended }) => ended).toSorted().at(-1) ?? null,
    jobId: runningJob(parts, id)?.id ?? null,
  }
}

/** Null where the study's image sets are gone. */
function resultsOrNull({ store }: Pick<EngineParts, 'store'>, { spec }: StudyRecord): (CellResult | undefined)[] | null {
  try {
    return resultsOf(store, distinctCells(plannedCells(store, spec)))
  } catch (error) {
    if (error instanceof EngineFailure) return null
    throw error
  }
}

/** The results that there are. @throws EngineFailure NOT_FOUND where an image set is gone */
export function cellsOf({ store }: Pick<EngineParts, 'store'>, { spec }: StudyRecord): CellResult[] {
  return resultsOf(store, plannedCells(store, spec)).filter((result) => result !== undefined)
}

/** The cases of each set, in their order. Empty where the study's image sets are gone. */
export function casesOf(parts: Pick<EngineParts, 'store'>, record: StudyRecord): Record<string, string[]> {
  if (resultsOrNull(parts, record) === null) return {}
  const cases: Record<string, string[]> = {}
  for (const { set, case: { name } } of plannedCells(parts.store, record.spec)) {
    const known = cases[set] ??= []
    if (!known.includes(name)) known.push(name)
  }
  return cases
}

/** The job that runs a study, where one waits, runs or rests. */
export function runningJob({ queue, store }: EngineParts, studyId: number): Job | undefined {
  return queue.list(['waiting', 'running', 'paused']).find(({ id, kind }) =>
    kind === 'study' && store.jobs.request<JobRequests['study']>(id).studyId === studyId)
}
