import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { exportedDetectors } from '../../main/exports/onnx/models.ts'
import { stream } from '../../main/models/random.ts'
import { runMember } from '../../main/workers/memberJob.ts'
import type { MemberResult, ScoreJob } from '../../main/workers/messages.ts'
import { listening, tinyJob } from '../workers/tinySet.ts'

/**
 * Two members trained on the tiny set, and the job that scores it by every detector that can be exported.
 * @param narrow leaves all images of a class nearly the same, so that its Gaussian is as narrow as none of real images
 */
export async function trainedPair({ narrow = false } = {}): Promise<ScoreJob> {
  const { images } = tinyJob(0)
  if (!narrow) blur(images.snapshot.file)
  const members: ScoreJob['members'] = []
  for (const index of [0, 1]) {
    const trained = await runMember({ ...tinyJob(index), images }, listening()) as MemberResult
    members.push({ key: `member-${index}`, index, ...trained })
  }
  return {
    kind: 'score', directory: mkdtempSync(path.join(tmpdir(), 'lacuna-test-')), images, members,
    detectors: exportedDetectors, fits: null, thresholds: null, falsePositiveRate: 0.05, threads: 1, device: 'tensorflow',
    classNames: ['a', 'b', 'c', 'd'], seed: 1,
  }
}

/** Noise, so that a class is as wide as classes are. */
function blur(file: string): void {
  const noise = stream('exported/noise')
  writeFileSync(file, readFileSync(file).map((value) => Math.min(255, value / 2 + 127 * noise.uniform())))
}
