import { type Outline, stroke } from '../charts/latent/outlines.ts'
import type { Aligned } from './aligned.ts'
import type { Pair } from './pairs.ts'

/** A picture of scores against scores: Float32 x 3 an image of the first column's set, and the lines of both thresholds. */
export interface ScoreScatter { points: Float32Array; outlines: Outline[]; log: [boolean, boolean] }

/** Beyond this, the largest score would press all others into a corner: the axis has decimal logarithms then. */
const wide = 60

/** One column's direction: from where to where, and how a score is placed on it. */
interface Direction { log: boolean; place(score: number): number; from: number; to: number }

export function scoreScatter({ scores, thresholds, shown }: Aligned, pair: Pair): ScoreScatter {
  const [x, y] = pair.map((column) => direction(scores[column], shown, thresholds[column]))
  const points = new Float32Array(3 * scores[0].length)
  for (const image of shown) {
    points[3 * image] = x.place(scores[pair[0]][image])
    points[3 * image + 1] = y.place(scores[pair[1]][image])
  }
  const [across, up] = [x.place(thresholds[pair[0]]), y.place(thresholds[pair[1]])]
  const outlines = [stroke([across, y.from, 0], [across, y.to, 0]), stroke([x.from, up, 0], [x.to, up, 0])]
  return { points, log: [x.log, y.log], outlines: outlines.map((line) => ({ ...line, colour: '--anomaly', strength: 1 })) }
}

function direction(scores: Float32Array, shown: Uint32Array, threshold: number): Direction {
  const values = Float32Array.from([...shown].map((image) => scores[image]).filter(Number.isFinite)).sort()
  const [low, middle, high] = [values[0] ?? 0, values[values.length >> 1] ?? 0, values.at(-1) ?? 1]
  const log = low > 0 && threshold > 0 && high > wide * middle
  const place = (score: number) => (log ? Math.log10(score) : score)
  const ends = [low, high, threshold].map(place)
  const [from, to] = [Math.min(...ends), Math.max(...ends)]
  const margin = 0.03 * (to - from || 1)
  return { log, place, from: from - margin, to: to + margin }
}
