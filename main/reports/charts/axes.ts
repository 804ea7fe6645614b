const text = { color: 'var(--muted)', fontSize: 13 }

interface AxisOptions {
  name: string
  min?: number
  max?: number
  percent?: boolean
  grid?: boolean
  ticks?: number
}

/** A value axis as all charts of a page draw it; its name stands at its middle. */
export function valueAxis({ name, min, max, percent, grid, ticks }: AxisOptions, gap: number): object {
  // The ends of a span taken from the data are no round numbers: they get no label.
  const ends = { showMinLabel: isRound(min), showMaxLabel: isRound(max) }
  return {
    type: 'value',
    name,
    nameLocation: 'middle',
    nameGap: gap,
    nameTextStyle: { ...text, color: 'var(--ink)' },
    min,
    max,
    splitNumber: ticks ?? 5,
    scale: min === undefined,
    axisLine: { show: true, onZero: false, lineStyle: { color: 'var(--axis)' } },
    axisTick: { lineStyle: { color: 'var(--axis)' } },
    splitLine: { show: grid ?? true, lineStyle: { color: 'var(--grid)' } },
    axisLabel: { ...text, ...ends, hideOverlap: true, formatter: percent ? percentLabel : numberLabel },
  }
}

const isRound = (value: number | undefined) => value === undefined || value === 0 || value === 1

const numberLabel = (value: number) => String(Number(value.toPrecision(6))).replace('-', '−')
const percentLabel = (value: number) => `${Number((value * 100).toPrecision(3))} %`

/** A straight line of two points, as a series. */
export function straightLine(
  points: [number, number][],
  colour: string,
  dash: number[] | 'solid' = 'solid',
): object {
  return {
    type: 'line',
    data: points,
    symbol: 'none',
    silent: true,
    emphasis: { disabled: true },
    lineStyle: { color: colour, width: 1.5, type: dash },
  }
}
