import { EngineFailure } from '../contract/errors.ts'
import type { CellResult, Study, StudySpec } from '../contract/studies.ts'
import type { JobRequests } from '../jobs/job.ts'
import { distinctCells, plannedCells, resultsOf } from '../jobs/study/plannedCells.ts'
import { removeStudy } from '../jobs/study/removeStudy.ts'
import { studyCost } from '../jobs/study/studyCost.ts'
import { studyProject } from '../jobs/study/studySets.ts'
import type { StudyRecord } from '../store/studies.ts'
import { builtInStudies } from '../studies/builtIn.ts'
import { refuseDetectors } from '../studies/detectorFaults.ts'
import { parseStudy } from '../studies/parseStudy.ts'
import type { EngineParts } from './parts.ts'
import { procedures } from './procedures.ts'
import { refuseRelative, studyTableProcedures } from './studyTableProcedures.ts'

export function studyProcedures(parts: EngineParts) {
  const { builtIn, check, list, show, cost, start, cells, remove } = procedures.studies
  const { store } = parts
  const content = (name: string) => {
    const record = studyNamed(parts, name)
    return { spec: record.spec, cells: cellsOf(parts, record), cases: casesOf(parts, record) }
  }
  return {
    ...studyTableProcedures(parts, content),
    builtIn: builtIn.handler(() => builtInStudies()),
    check: check.handler(({ input }) => parseStudy(input.text, input.file)),
    list: list.handler(() => store.studies.list().map((record) => studyView(parts, record))),
    show: show.handler(({ input }) => {
      const record = studyNamed(parts, input.name)
      return { ...studyView(parts, record), spec: record.spec, cases: casesOf(parts, record) }
    }),
    cost: cost.handler(({ input }) => {
      refuseDetectors(input.spec, parts.detectors)
      return studyCost(parts, input.spec)
    }),
    start: start.handler(({ input }) => startStudy(parts, input)),
    cells: cells.handler(({ input }) => cellsOf(parts, studyNamed(parts, input.name))),
    remove: remove.handler(({ input }) => ({ freedBytes: removeNamed(parts, studyNamed(parts, input.name)) })),
  }
}

function studyNamed({ store }: EngineParts, name: string): StudyRecord {
  const study = store.studies.named(name)
  if (!study) throw new EngineFailure('NOT_FOUND', `No study "${name}" was started yet.`, 'See "lacuna study list".')
  return study
}

function removeNamed(parts: EngineParts, study: StudyRecord): number {
  const job = runningJob(parts, study.id)
  if (job) {
    throw new EngineFailure('CONFLICT', `The study "${study.name}" is ${job.state}, as job ${job.id}.`,
      'Cancel the job first, or wait for it.')
  }
  const freed = removeStudy(parts.store, study)
  parts.announce({ type: 'changed', what: 'studies', id: study.id })
  return freed
}

function studyView(parts: EngineParts, record: StudyRecord): Study {
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
function resultsOrNull({ store }: EngineParts, { spec }: StudyRecord): (CellResult | undefined)[] | null {
  try {
    return resultsOf(store, distinctCells(plannedCells(store, spec)))
  } catch (error) {
    if (error instanceof EngineFailure) return null
    throw error
  }
}

function cellsOf({ store }: EngineParts, { spec }: StudyRecord): CellResult[] {
  return resultsOf(store, plannedCells(store, spec)).filter((result) => result !== undefined)
}

/** Empty where the study's image sets are gone. */
function casesOf(parts: EngineParts, record: StudyRecord): Record<string, string[]> {
  if (resultsOrNull(parts, record) === null) return {}
  const cases: Record<string, string[]> = {}
  for (const { set, case: { name } } of plannedCells(parts.store, record.spec)) {
    const known = cases[set] ??= []
    if (!known.includes(name)) known.push(name)
  }
  return cases
}

function runningJob({ queue, store }: EngineParts, studyId: number) {
  return queue.list(['waiting', 'running', 'paused']).find(({ id, kind }) =>
    kind === 'study' && store.jobs.request<JobRequests['study']>(id).studyId === studyId)
}

interface Wanted { spec: StudySpec; limit?: number; results?: string }

function startStudy(parts: EngineParts, { spec, limit, results }: Wanted): { id: number; jobId: number } {
  const { store, queue, announce } = parts
  refuseDetectors(spec, parts.detectors)
  if (results !== undefined) refuseRelative(results)
  const planned = plannedCells(store, spec)
  const before = store.studies.named(spec.name)
  const job = before && runningJob(parts, before.id)
  if (job && JSON.stringify(before.spec) !== JSON.stringify(spec)) {
    throw new EngineFailure('CONFLICT', `The study "${spec.name}" runs with another specification, as job ${job.id}.`,
      'Wait for it, or cancel it first.')
  }
  if (job) return { id: before.id, jobId: job.state === 'paused' ? queue.resume(job.id).id : job.id }
  const projectId = before?.projectId ?? projectOf(parts, spec.name)
  const id = store.studies.put(projectId, spec)
  announce({ type: 'changed', what: 'studies', id })
  const sets = planned.flatMap(({ imageSet, foreign }) => (foreign ? [imageSet, foreign] : [imageSet]))
  const imageSetIds = [...new Set(sets.map((set) => set.id))]
  const request = { studyId: id, imageSetIds, limit, results }
  return { id, jobId: queue.submit({ kind: 'study', projectId, title: `Study ${spec.name}`, request }).id }
}

function projectOf({ store, announce }: EngineParts, study: string): number {
  const name = studyProject(study)
  const found = store.projects.named(name)?.id
  if (found !== undefined) return found
  const id = store.projects.create(name)
  announce({ type: 'changed', what: 'projects', id })
  return id
}
