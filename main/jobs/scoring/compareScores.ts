import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ScoreRecord } from '../../store/scores.ts'
import type { Compared, ComparedSource } from '../../workers/messages.ts'
import type { Shop } from '../queue/job.ts'
import { scoredFiles, runStatistics } from '../statisticsRun.ts'

/** What a worker found, and the common images' positions by column (Int32, little-endian). */
export interface ComparedScores extends Compared { positions: Uint8Array[] }

/**
 * Has a worker compare scores on the images that they have in common.
 * @throws EngineFailure UNAVAILABLE where the worker could not
 */
export async function compareScores(shop: Shop, scores: ScoreRecord[]): Promise<ComparedScores> {
  const make = async (directory: string) => {
    const columns = await Promise.all(scores.map((score, c) => sourceOf(shop, score, path.join(directory, String(c)))))
    return { kind: 'statistics' as const, task: 'compare' as const, columns, directory }
  }
  return runStatistics(shop, `compare-${scores.map(({ id }) => id).join('-')}`, make, async (result, directory) => {
    const files = scores.map((_, c) => readFile(path.join(directory, `common-${c}.i32`)))
    return { ...(result as Compared), positions: await Promise.all(files) }
  })
}

async function sourceOf(shop: Shop, score: ScoreRecord, scratch: string): Promise<ComparedSource> {
  const { artefacts, imageSets } = shop.store
  return {
    ...(await scoredFiles(shop, score, scratch)), threshold: score.threshold.value,
    rows: artefacts.path(imageSets.files(score.imageSetId)!.rows),
  }
}
