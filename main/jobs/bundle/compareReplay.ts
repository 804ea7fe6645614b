import { readFile } from 'node:fs/promises'
import type { ReplayedScore } from '../../contract/bundles.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { Store } from '../../store/openStore.ts'
import type { ScoreResult } from '../../workers/messages.ts'

/** How far a score may be off on another machine: of itself, or as it is where it is below 1. */
export const tolerance = 1e-4

type Compared = Omit<ReplayedScore, 'detector' | 'imageSet' | 'images' | 'reason'>

/** Compares a recorded score with the files of the same one scored anew, image by image. */
export async function compareReplay(
  { artefacts }: Store, score: ScoreRecord, anew: ScoreResult['scores'][number], nearest: string,
): Promise<Compared> {
  const [before, after] = [await floats(artefacts.path(score.files.scores)), await floats(anew.scores)]
  const [was, is] = [await shorts(artefacts.path(score.files.nearest)), await shorts(nearest)]
  const auroc = { recorded: score.metrics?.auroc ?? null, replayed: anew.metrics?.auroc ?? null }
  if (before.length !== after.length) {
    return { replay: 'different', largest: null, unequal: after.length, reflagged: 0, renearest: 0, auroc }
  }
  const differences = compareValues(before, after, score.threshold.value)
  const renearest = is.reduce((count, label, i) => count + Number(label !== was[i]), 0)
  return { ...judged(differences, renearest, auroc.recorded !== auroc.replayed), auroc }
}

interface Differences { largest: number; unequal: number; beyond: number; reflagged: number }

/** By their bits: NaN, where there is no score, is NaN again. */
function compareValues(before: Float32Array, after: Float32Array, threshold: number): Differences {
  const found: Differences = { largest: 0, unequal: 0, beyond: 0, reflagged: 0 }
  for (let i = 0; i < before.length; i++) {
    if (Object.is(before[i], after[i])) continue
    const difference = Math.abs(before[i] - after[i])
    found.unequal += 1
    found.largest = Math.max(found.largest, difference)
    found.beyond += Number(!(difference <= tolerance * Math.max(1, Math.abs(before[i]))))
    found.reflagged += Number(before[i] > threshold !== after[i] > threshold)
  }
  return found
}

function judged({ largest, unequal, beyond, reflagged }: Differences, renearest: number, otherFigures: boolean): Omit<Compared, 'auroc'> {
  const finite = Number.isFinite(largest) ? largest : null
  const same = unequal === 0 && renearest === 0 && !otherFigures
  const replay = same ? 'identical' : beyond === 0 && (unequal > 0 || !otherFigures) ? 'within tolerance' : 'different'
  return { replay, largest: finite, unequal, reflagged, renearest }
}

const floats = async (file: string) => new Float32Array(Uint8Array.from(await readFile(file)).buffer)
const shorts = async (file: string) => new Int16Array(Uint8Array.from(await readFile(file)).buffer)
