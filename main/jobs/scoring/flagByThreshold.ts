import { readFile } from 'node:fs/promises'
import type { ScoreRecord } from '../../store/scores.ts'
import type { ThresholdRecord } from '../../store/thresholds.ts'
import type { Shop } from '../queue/job.ts'

/** Flags by a threshold from now on: the images of every set that the same members scored by its detector. */
export async function flagByThreshold({ store }: Pick<Shop, 'store'>, threshold: ThresholdRecord): Promise<void> {
  const scores = store.scores.ofPlace(threshold)
  const flagged = await Promise.all(scores.map((score) => countAbove(store.artefacts.path(score.files.scores), threshold.value)))
  store.transaction(() => scores.forEach(({ id }: ScoreRecord, i) => store.scores.flagBy(id, threshold.id, flagged[i])))
}

/** @param file Float32 x images */
async function countAbove(file: string, value: number): Promise<number> {
  const scores = new Float32Array(Uint8Array.from(await readFile(file)).buffer)
  return scores.reduce((count, score) => count + Number(score > value), 0)
}
