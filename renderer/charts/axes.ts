import { score } from '../format.ts'
import type { Colours } from './useColours.ts'

interface Axis {
  name: string
  min?: number
  max?: number
  percent?: boolean
  grid?: boolean
  gap: number
  ticks?: number
}

const percent = (value: number) => `${Number((value * 100).toPrecision(3))} %`

/** A value axis as all our charts draw it; its name stands at its middle. */
export function valueAxis(
  { name, min, max, percent: isShare, grid = true, gap, ticks = 5 }: Axis,
  colour: Colours,
): object {
  const text = { color: colour('--muted'), fontSize: 11, fontFamily: colour('--font') }
  // The ends of a span taken from the data are no round numbers: they get no label.
  const isRound = (end?: number) => end === undefined || end === 0 || end === 1
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: gap,
    nameTextStyle: text,
    min,
    max,
    splitNumber: ticks,
    scale: min === undefined,
    axisLine: { show: true, onZero: false, lineStyle: { color: colour('--axis') } },
    axisTick: { show: true, length: 3, lineStyle: { color: colour('--axis') } },
    splitLine: { show: grid, lineStyle: { color: colour('--grid') } },
    axisLabel: {
      ...text,
      hideOverlap: true,
      showMinLabel: isRound(min),
      showMaxLabel: isRound(max),
      formatter: isShare ? percent : (value: number) => score(value),
    },
  }
}

/** An axis of named steps, the same distance apart. */
export function categoryAxis(name: string, steps: string[], colour: Colours): object {
  const text = { color: colour('--muted'), fontSize: 11, fontFamily: colour('--font') }
  return {
    type: 'category', data: steps, name, nameLocation: 'middle', nameGap: 24, nameTextStyle: text, boundaryGap: true,
    axisLine: { show: true, onZero: false, lineStyle: { color: colour('--axis') } },
    axisTick: { show: true, length: 3, alignWithLabel: true, lineStyle: { color: colour('--axis') } },
    axisLabel: { ...text, hideOverlap: true },
  }
}

/** A tooltip drawn on the canvas: one made of HTML would break the policy against inline styles. */
export function tooltip(colour: Colours): object {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: colour('--raised'),
    borderColor: colour('--edge'),
    borderWidth: 1,
    padding: [5, 8],
    textStyle: { color: colour('--ink'), fontSize: 12, fontFamily: colour('--font') },
  }
}
