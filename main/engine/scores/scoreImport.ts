import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import { importedDetector } from '../../contract/importedScores.ts'
import type { ScoreImport } from '../../contract/scores.ts'
import { ensembleOf } from '../ensemble/ensembleView.ts'
import { imageSetOf, refuseUnready } from '../procedures/imageSetOf.ts'
import type { EngineParts } from '../parts.ts'

/** Starts the import of scores from elsewhere. @returns the job's id */
export async function importScores(
  { store, queue }: EngineParts, { ensembleId, imageSetId, file, name, partial }: ScoreImport,
): Promise<number> {
  const ensemble = ensembleOf(store, ensembleId)
  const set = imageSetOf(store, imageSetId ?? ensemble.imageSetId)
  refuseUnready(set)
  await refuseUnreadable(file)
  const request = {
    ensembleId, imageSetId: set.id, detectors: [importedDetector(name)], withoutLeaks: false,
    imported: { name, file, partial },
  }
  const title = `Import of the scores "${name}"`
  return queue.submit({ kind: 'score', projectId: ensemble.projectId, title, request }).id
}

async function refuseUnreadable(file: string): Promise<void> {
  if (!path.isAbsolute(file)) {
    throw new EngineFailure('BAD_INPUT', `"${file}" is not an absolute path.`, 'Give the whole path, from the root.')
  }
  try {
    await access(file, constants.R_OK)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'may not be read'
    throw new EngineFailure('BAD_INPUT', `${file} ${reason}.`, 'Check the path and its permissions.')
  }
}
