import { readFile } from 'node:fs/promises'
import type { Store } from '../../store/openStore.ts'
import type { ScoreRecord } from '../../store/scores.ts'

/** A score's numbers by position; `nearest` counts in the classes of the set that the ensemble was trained on. */
export interface ScoreArrays { scores: Float32Array; nearest: Int16Array }

export async function scoreArrays(store: Store, { files }: ScoreRecord): Promise<ScoreArrays> {
  const read = async (artefact: number) => Uint8Array.from(await readFile(store.artefacts.path(artefact))).buffer
  return { scores: new Float32Array(await read(files.scores)), nearest: new Int16Array(await read(files.nearest)) }
}
