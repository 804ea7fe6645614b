import { freePlaces } from './freePlaces.ts'
import type { Axis, LatentCloud, Rows } from './latentCloud.ts'
import type { PointCloud } from './pointCloud.ts'
import { type Tick, ticks } from './ticks.ts'

type Place = [x: number, y: number] | null

/** A tick with its place along the axis in pixels. */
export interface PlacedTick extends Tick { pixel: number }

/** Where on the canvas what is written and drawn over it belongs: all in pixels. */
export interface Overlay {
  names: Place[]
  ring: Place
  /** The corners of the lasso that is kept, as SVG has them; empty where it is of another sight. */
  lasso: string
  across: PlacedTick[]
  up: PlacedTick[]
}

export const emptyOverlay: Overlay = { names: [], ring: null, lasso: '', across: [], up: [] }

/** Pixels that a written value takes along its axis. */
const [tickWidth, tickHeight] = [54, 26]

export function overlayOf(cloud: PointCloud, shown: LatentCloud, width: number, height: number): Overlay {
  const place = ([x, y, z]: Iterable<number>): Place => cloud.places.place(x, y, z)
  const at = 3 * (shown.focus ?? Infinity)
  return {
    names: freePlaces(shown.names.map(({ at: where }) => place(where)), shown.names.map(({ text }) => text)),
    ring: at < shown.points.length ? place(shown.points.subarray(at, at + 3)) : null,
    lasso: lassoOf(cloud, shown),
    ...ticksOf(cloud, shown, width, height),
  }
}

export const svgPoints = (corners: Iterable<Iterable<number>>): string =>
  [...corners].map((corner) => [...corner].map((at) => at.toFixed(1)).join(',')).join(' ')

/** In a space that turns, a polygon is only true from where it was drawn. */
function lassoOf(cloud: PointCloud, { lasso }: LatentCloud): string {
  const isTrue = lasso && String(lasso.camera) === String(cloud.places.camera)
  return isTrue ? svgPoints(lasso.polygon.map((corner) => cloud.places.pixelsOf(corner))) : ''
}

function ticksOf(cloud: PointCloud, { axes }: LatentCloud, width: number, height: number) {
  if (!axes) return { across: [], up: [] }
  const [[left, low], [right, high]] = [cloud.places.cornerAt(0, height), cloud.places.cornerAt(width, 0)]
  const across = ticks(left, right, axes.x.log, width / tickWidth)
  const up = isRows(axes.y) ? rowTicks(axes.y) : ticks(low, high, axes.y.log, height / tickHeight)
  const pixelsUp = (at: number) => cloud.places.place(0, at, 0)![1]
  return {
    across: across.map((tick) => ({ ...tick, pixel: cloud.places.place(tick.at, 0, 0)![0] })),
    up: up.map((tick) => ({ ...tick, pixel: pixelsUp(tick.at) })).filter(({ pixel }) => pixel >= 0 && pixel <= height),
  }
}

export const isRows = (axis: Axis | Rows): axis is Rows => 'names' in axis

const rowTicks = ({ names }: Rows): Tick[] => names.map(({ text }, row) => ({ at: -row, text }))
