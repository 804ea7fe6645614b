import type { CurveBand } from '../../main/contract/curves.ts'
import type { Point } from '../results/curvePoints.ts'
import { valueAxis } from './axes.ts'
import type { Colours } from './useColours.ts'

export const curveMargins = { left: 60, right: 20, top: 10, bottom: 40 }

/** An axis of shares from 0 to 1, or of rates by powers of ten from `least` on. */
export function shareAxis(name: string, gap: number, colour: Colours, least = 0): object {
  const axis = valueAxis({ name, min: least, max: 1, percent: true, gap }, colour)
  return least > 0 ? { ...axis, type: 'log', logBase: 10, min: least, max: 1, minorTick: { show: true, splitNumber: 9, length: 2 } } : axis
}

/** The curve itself. */
export function curveLine(data: Point[], colour: Colours): object {
  return {
    type: 'line', name: 'curve', data, symbol: 'none', silent: true, z: 3,
    lineStyle: { color: colour('--accent'), width: 2, join: 'bevel' },
  }
}

/** A thin dashed line to compare with. */
export function guideLine(data: Point[], colour: Colours): object {
  return {
    type: 'line', name: 'guide', data, symbol: 'none', silent: true, z: 2,
    lineStyle: { color: colour('--axis'), width: 1, type: [4, 4] },
  }
}

/** From the lower end up to the upper one: two lines that are not drawn, stacked, with the area between them. */
export function bandParts({ at, lower, upper }: CurveBand, least: number, colour: Colours): object[] {
  const places = at.map((place, i) => ({ place: Math.max(place, least), i })).filter(({ place, i }) =>
    i === at.length - 1 || Math.max(at[i + 1], least) > place)
  const part = (heights: (i: number) => number, opacity: number) => ({
    type: 'line', name: 'band', stack: 'band', stackStrategy: 'all', symbol: 'none', silent: true, z: 1,
    data: places.map(({ place, i }) => [place, heights(i)]), lineStyle: { opacity: 0 },
    areaStyle: { color: colour('--accent'), opacity },
  })
  return [part((i) => lower[i], 0), part((i) => upper[i] - lower[i], 0.16)]
}
