import type { DifferenceScale } from '../../contract/explanations.ts'
import { evenly } from '../evenly.ts'
import type { ExplainedEnsemble } from '../messages.ts'
import { knownPositions, openReader, readAssignment, TRAIN, VALIDATION } from '../runImages.ts'
import { type Drawers, drawnAtOnce, drawnFrom } from './redrawing.ts'
import { readRows } from './rowFile.ts'

/** Images that are looked at: more change the quantile of their pixels by less than one step of a byte. */
const MOST_IMAGES = 256
const QUANTILE = 0.99
const BINS = 1024

/** Differences of pixels between 0 and 1, counted. */
export interface Counts { bins: Float64Array; total: number }

/**
 * The difference that only 1 % of the pixels exceed when all members draw known validation images again: the end of the
 * scale on which all differences are shown. At most 256 images count, taken at even steps.
 */
export async function differenceScale(of: ExplainedEnsemble, drawers: Drawers): Promise<DifferenceScale> {
  const positions = evenly(await inliersOf(of), MOST_IMAGES)
  const reader = openReader(of.images)
  const counts = { bins: new Float64Array(BINS), total: 0 }
  try {
    for (let start = 0; start < positions.length; start += drawnAtOnce(drawers)) {
      const some = positions.slice(start, start + drawnAtOnce(drawers))
      const seen = reader.read(some)
      for (const [m, { own }] of of.members.entries()) {
        const { values } = readRows(own.means!, of.images.snapshot.images, some)
        countDifferences(counts, seen, await drawnFrom(drawers, m, values), of.images.snapshot.channels)
      }
    }
  } finally {
    reader.close()
  }
  return { largest: quantileOf(counts, QUANTILE), quantile: QUANTILE, images: positions.length }
}

async function inliersOf({ images }: ExplainedEnsemble): Promise<Uint32Array> {
  const assignment = await readAssignment(images)
  const validation = knownPositions(assignment, VALIDATION)
  return validation.length > 0 ? validation : knownPositions(assignment, TRAIN)
}

/** Adds those of some images; a pixel's is the mean over its channels of |x - y|. */
export function countDifferences(counts: Counts, a: Float32Array, b: Float32Array, channels: number): void {
  for (let at = 0; at < a.length; at += channels) {
    let sum = 0
    for (let c = at; c < at + channels; c++) sum += Math.abs(a[c] - b[c])
    counts.bins[Math.min(BINS - 1, Math.floor((sum / channels) * BINS))]++
    counts.total++
  }
}

/** The upper edge of the bin up to which a share of the differences lies. */
export function quantileOf({ bins, total }: Counts, share: number): number {
  let below = 0
  const bin = bins.findIndex((count) => (below += count) >= share * total)
  return (bin + 1) / BINS
}
