import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import { exportedDetectors } from '../../exports/onnx/models.ts'
import { imageSetOf, refuseUnready } from './imageSetOf.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

/** What leaves Lacuna to be used without it. */
export function exportProcedures({ store, queue }: EngineParts) {
  return {
    model: procedures.exports.model.handler(({ input: { scoreId, directory } }) => {
      const score = store.scores.show(scoreId)
      if (!score) throw new EngineFailure('NOT_FOUND', `There is no score ${scoreId}.`)
      refuseDetector(score.detector)
      refuseRelative(directory)
      const { projectId, name } = store.ensembles.show(score.ensembleId)!
      return { jobId: queue.submit({ kind: 'export', projectId, title: `Model of ${name}`, request: { scoreId, directory } }).id }
    }),
    images: procedures.exports.images.handler(({ input: { imageSetId, ...input } }) => {
      const set = imageSetOf(store, imageSetId)
      refuseUnready(set)
      refuseRelative(input.directory)
      const missing = input.positions.find((position) => position >= set.images)
      if (missing !== undefined) throw new EngineFailure('NOT_FOUND', `The image set ${set.id} has no image ${missing}.`)
      const request = { ...input, imageSetId: set.id }
      return { jobId: queue.submit({ kind: 'exportImages', projectId: set.projectId, title: `Images of ${set.name}`, request }).id }
    }),
  }
}

function refuseRelative(directory: string): void {
  if (path.isAbsolute(directory)) return
  throw new EngineFailure('BAD_INPUT', `"${directory}" is not an absolute path.`, 'Give the whole path, from the root.')
}

function refuseDetector(detector: string): void {
  if (exportedDetectors.includes(detector)) return
  throw new EngineFailure('BAD_INPUT', `The detector "${detector}" needs more than the members' networks and cannot be exported.`,
    `Export a score by one of ${exportedDetectors.join(', ')}.`)
}
