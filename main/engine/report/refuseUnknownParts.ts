import { EngineFailure } from '../../contract/errors.ts'
import { comparisonOf } from '../procedures/comparisonProcedures.ts'
import type { EngineParts } from '../parts.ts'
import { studyNamed } from '../study/studyView.ts'

/** @throws EngineFailure NOT_FOUND where the project has no such comparison, or there is no such study */
export function refuseUnknownParts(
  parts: EngineParts, projectId: number, { comparisonId, study }: { comparisonId?: number; study?: string },
): void {
  if (study !== undefined) studyNamed(parts, study)
  if (comparisonId === undefined || comparisonOf(parts, comparisonId).projectId === projectId) return
  throw new EngineFailure('NOT_FOUND', `The project has no comparison ${comparisonId}.`, 'Choose one of its own.')
}
