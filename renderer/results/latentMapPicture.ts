import type { LatentMap } from '../../main/contract/explanations.ts'

type Place = [number, number]

/** An ellipse as SVG has it: half its axes, and its turn in degrees. */
export interface FlatEllipse { x: number; y: number; rx: number; ry: number; turn: number }

/** Where a Gaussian in the plane is `sigmas` away from its mean. @param covariance 2 x 2, row by row */
export function flatEllipse([x, y]: Place, [a, b, , d]: number[], sigmas: number): FlatEllipse {
  const middle = (a + d) / 2
  const spread = Math.hypot((a - d) / 2, b)
  const half = (variance: number) => sigmas * Math.sqrt(Math.max(0, variance))
  const turn = (Math.atan2(2 * b, a - d) * 90) / Math.PI
  return { x, y, rx: half(middle + spread), ry: half(middle - spread), turn }
}

/** A square that holds what is drawn of a member's latent space. */
export interface MapFrame { x: number; y: number; side: number }

const margin = 1.08

/** Around the classes at so many sigma, and around the centre of their sphere. */
export function mapFrame({ classes, centre, priors }: LatentMap, sigmas: number): MapFrame {
  const reach = (i: 0 | 1) => [
    centre[i], ...priors.map((place) => place[i]),
    ...classes.flatMap(({ mean, covariance }) => [-1, 1].map((side) => mean[i] + side * sigmas * Math.sqrt(covariance[3 * i]))),
  ]
  const [xs, ys] = [reach(0), reach(1)]
  const span = (values: number[]) => Math.max(...values) - Math.min(...values)
  const side = margin * (Math.max(span(xs), span(ys)) || 1)
  const start = (values: number[]) => (Math.max(...values) + Math.min(...values) - side) / 2
  return { x: start(xs), y: start(ys), side }
}

/** A place within the frame, and whether the true one lies outside. */
export function heldWithin({ x, y, side }: MapFrame, place: Place): { place: Place; outside: boolean } {
  const inset = 0.04 * side
  const hold = (value: number, start: number) => Math.min(start + side - inset, Math.max(start + inset, value))
  const held: Place = [hold(place[0], x), hold(place[1], y)]
  return { place: held, outside: held[0] !== place[0] || held[1] !== place[1] }
}
