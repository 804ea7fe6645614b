import path from 'node:path'
import { EngineFailure } from '../contract/errors.ts'
import { exportedDetectors } from '../exports/onnx/models.ts'
import type { EngineParts } from './parts.ts'
import { procedures } from './procedures.ts'

/** What leaves Lacuna to be used without it. */
export function exportProcedures({ store, queue }: EngineParts) {
  return {
    model: procedures.exports.model.handler(({ input: { scoreId, directory } }) => {
      const score = store.scores.show(scoreId)
      if (!score) throw new EngineFailure('NOT_FOUND', `There is no score ${scoreId}.`)
      refuseDetector(score.detector)
      if (!path.isAbsolute(directory)) {
        throw new EngineFailure('BAD_INPUT', `"${directory}" is not an absolute path.`, 'Give the whole path, from the root.')
      }
      const { projectId, name } = store.ensembles.show(score.ensembleId)!
      return { jobId: queue.submit({ kind: 'export', projectId, title: `Model of ${name}`, request: { scoreId, directory } }).id }
    }),
  }
}

function refuseDetector(detector: string): void {
  if (exportedDetectors.includes(detector)) return
  throw new EngineFailure('BAD_INPUT', `The detector "${detector}" needs more than the members' networks and cannot be exported.`,
    `Export a score by one of ${exportedDetectors.join(', ')}.`)
}
