export interface Span {
  min: number
  max: number
}

/**
 * Spans of both axes that hold all points, with some margin, and have the same scale.
 * @param width of the drawing area, in user units, as is `height`
 */
export function squareSpans(points: [number, number][], width: number, height: number): [Span, Span] {
  const [x, y] = [0, 1].map((axis) => extent(points.map((point) => point[axis])))
  const unit = 1.06 * Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height, 1e-9)
  return [around(x, unit * width), around(y, unit * height)]
}

function extent(values: number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  )
}

function around([low, high]: [number, number], length: number): Span {
  return { min: (low + high - length) / 2, max: (low + high + length) / 2 }
}
