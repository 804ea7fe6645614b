import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { planThreads } from '../../compute/threads.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { StudySpec } from '../../contract/studies.ts'
import type { TrainedMember } from '../../store/members.ts'
import type { CellJob, CellOutcome, CellProbe } from '../../workers/messages.ts'
import { runImages } from '../scoring/runImages.ts'
import { memberFiles } from '../scoring/scoredMembers.ts'
import type { PlannedCell } from './plannedCells.ts'
import type { StudyRun } from './studyRun.ts'

type Members = (TrainedMember & { index: number })[]

/**
 * Has a worker measure a cell. Its scores are not kept, only the figures that come of them.
 * @returns null where the study was interrupted
 * @throws EngineFailure with the worker's reason where it failed
 */
export async function measureCell(
  run: StudyRun, spec: StudySpec, cell: PlannedCell, members: Members,
): Promise<CellOutcome | null> {
  const directory = path.join(run.store.workspace, 'work', `study-${run.id}`)
  try {
    await rm(directory, { recursive: true, force: true })
    await mkdir(directory, { recursive: true })
    const job = cellJob(run, spec, cell, members, directory)
    const end = await run.work(job, { threads: job.threads, onProgress: () => undefined }, 'cell')
    if (end.type === 'failed') throw new EngineFailure('CONFLICT', end.failure.message, end.failure.hint)
    return end.type === 'done' ? end.result as CellOutcome : null
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function cellJob(
  { store, cores }: StudyRun, spec: StudySpec, cell: PlannedCell, members: Members, directory: string,
): CellJob {
  const { snapshot } = store.imageSets.files(cell.imageSet.id)!
  return {
    kind: 'cell', directory, images: runImages(store, cell.imageSet.id, cell), probe: probeOf(store, cell),
    detectors: cell.arm.detectors, rule: spec.images, sizes: cell.arm.sizes, seed: cell.seed,
    threads: planThreads(cores, 1), device: cell.settings.device,
    members: members.map((member) => ({
      ...memberFiles(store, member),
      encodings: Object.fromEntries(Object.entries(store.encodings.find(member.key, snapshot))
        .map(([name, artefact]) => [name, store.artefacts.path(artefact)])),
    })),
  }
}

function probeOf(
  store: StudyRun['store'], { case: { probe }, foreign, known, heldOut }: PlannedCell,
): CellProbe | null {
  if (probe?.kind !== 'foreign') return probe
  return { kind: 'foreign', images: runImages(store, foreign!.id, { known, heldOut }) }
}
