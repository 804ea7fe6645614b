import type { Explanation } from '../../main/contract/explanations.ts'
import { meanDistance } from './whyWords.ts'

/** A class with what each member says of an image's distance to it. */
export interface DistanceRow {
  /** In the order of the explanation's classes. */
  index: number
  name: string
  mean: number
  members: { index: number; distance: number; within: boolean }[]
}

/** The classes, the nearest by the members' mean first. */
export function distanceRows(explanation: Explanation): DistanceRow[] {
  const { classes, members } = explanation
  return classes.map((name, k) => ({
    index: k, name, mean: meanDistance(explanation, k),
    members: members.map(({ index, distances, threshold }) => (
      { index, distance: distances[k], within: distances[k] <= threshold }
    )),
  })).toSorted((a, b) => a.mean - b.mean || a.index - b.index)
}

/** An axis of distances: where one lies from 0 to 1, and what is written on it. */
export interface DistanceAxis {
  share(distance: number): number
  ticks: { distance: number; words: string }[]
}

const steps = [1, 2, 5]

/**
 * The axis of an image's distances: in sigma a logarithmic one, since the farthest class may lie a hundred times as far as
 * the nearest; of classifiers the probability.
 */
export function distanceAxis({ measure, members }: Explanation): DistanceAxis {
  if (measure === 'surprise') return probabilityAxis
  const all = members.flatMap(({ distances, threshold }) => [...distances, threshold])
  const rounds = roundsAround(Math.max(0.1, Math.min(...all)), Math.max(0.2, ...all))
  const [from, to] = [Math.log(rounds[0]), Math.log(rounds.at(-1)!)]
  const few = rounds.length > 6 ? rounds.filter((round) => isPowerOfTen(round)) : rounds
  return {
    share: (distance) => within((Math.log(Math.max(distance, 1e-9)) - from) / (to - from)),
    ticks: few.map((distance) => ({ distance, words: String(distance) })),
  }
}

const probabilityAxis: DistanceAxis = {
  share: (surprise) => Math.exp(-surprise),
  ticks: [0, 0.25, 0.5, 0.75, 1].map((p) => ({ distance: -Math.log(p), words: String(100 * p) })),
}

const within = (share: number) => Math.min(1, Math.max(0, share))
const isPowerOfTen = (value: number) => Number.isInteger(Number(Math.log10(value).toFixed(9)))

/** The numbers 1, 2 and 5 times powers of ten from the last below `least` to the first above `most`. */
function roundsAround(least: number, most: number): number[] {
  const powers = Array.from({ length: 12 }, (_, i) => i - 2)
  const rounds = powers.flatMap((power) => steps.map((step) => Number((step * 10 ** power).toPrecision(1))))
  const first = rounds.findLastIndex((round) => round <= least)
  const last = rounds.findIndex((round) => round >= most)
  return rounds.slice(Math.max(0, first), Math.max(last, first + 1) + 1)
}
