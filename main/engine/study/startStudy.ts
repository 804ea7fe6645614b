import { EngineFailure } from '../../contract/errors.ts'
import type { ComputeDevice } from '../../contract/settings.ts'
import type { StudySpec } from '../../contract/studies.ts'
import { type PlannedCell, plannedCells } from '../../jobs/study/plannedCells.ts'
import { studyProject } from '../../jobs/study/studySets.ts'
import type { StudyRecord } from '../../store/studies.ts'
import { refuseDetectors } from '../../studies/detectorFaults.ts'
import type { EngineParts } from '../parts.ts'
import { refuseRelative } from '../procedures/studyTableProcedures.ts'
import { runningJob } from './studyView.ts'

interface Wanted { spec: StudySpec; limit?: number; results?: string; device?: ComputeDevice }

/**
 * Starts what is missing of a study, or joins the job that runs it.
 * @throws EngineFailure BAD_INPUT or NOT_FOUND where something does not fit; CONFLICT where it runs otherwise already
 */
export function startStudy(parts: EngineParts, { spec, limit, results, device }: Wanted): { id: number; jobId: number } {
  const { store, queue, announce } = parts
  refuseDetectors(spec, parts.detectors)
  if (results !== undefined) refuseRelative(results)
  const imageSetIds = imageSetsOf(plannedCells(store, spec))
  const before = store.studies.named(spec.name)
  const jobId = before && joined(parts, before, spec)
  if (jobId !== undefined) return { id: before!.id, jobId }
  const projectId = before?.projectId ?? projectOf(parts, spec.name)
  const id = store.studies.put(projectId, spec)
  announce({ type: 'changed', what: 'studies', id })
  const request = { studyId: id, imageSetIds, limit, results, device }
  return { id, jobId: queue.submit({ kind: 'study', projectId, title: `Study ${spec.name}`, request }).id }
}

function imageSetsOf(cells: PlannedCell[]): number[] {
  const sets = cells.flatMap(({ imageSet, foreign }) => (foreign ? [imageSet, foreign] : [imageSet]))
  return [...new Set(sets.map((set) => set.id))]
}

/** The job that runs the study already, which goes on where it rests; undefined where there is none. */
function joined(parts: EngineParts, { id, spec: before }: StudyRecord, spec: StudySpec): number | undefined {
  const job = runningJob(parts, id)
  if (!job) return undefined
  if (JSON.stringify(before) !== JSON.stringify(spec)) {
    throw new EngineFailure('CONFLICT', `The study "${spec.name}" runs with another specification, as job ${job.id}.`,
      'Wait for it, or cancel it first.')
  }
  return job.state === 'paused' ? parts.queue.resume(job.id).id : job.id
}

function projectOf({ store, announce }: EngineParts, study: string): number {
  const name = studyProject(study)
  const found = store.projects.named(name)?.id
  if (found !== undefined) return found
  const id = store.projects.create(name)
  announce({ type: 'changed', what: 'projects', id })
  return id
}
