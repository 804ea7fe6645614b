import type { CurvePoint } from '../../contract/ensembles.ts'
import { framed } from './svgChart.ts'
import type { ChartFrame } from './svgChart.ts'
import type { Markup } from '../page/markup.ts'
import { html, nothing } from '../page/markup.ts'

const edge = 4

/**
 * A member's loss over its epochs as a line the size of a word (Tufte's sparkline), the validation loss
 * dashed. Drawn over the logarithm where the loss falls by more than ten times.
 */
export function curveChart(curve: CurvePoint[], frame: ChartFrame): Markup {
  if (curve.length < 2) return nothing
  const validation = curve.flatMap(({ epoch, validationLoss }) =>
    validationLoss === null ? [] : [[epoch, validationLoss]],
  )
  const training = curve.map(({ epoch, loss }) => [epoch, loss])
  const place = placement([...training, ...validation], frame)
  return framed(
    String(
      html`<path d="${line(training, place)}" fill="none" stroke="var(--accent)" stroke-width="1.6"/>${
        validation.length > 1
        && html`<path d="${line(validation, place)}" fill="none" stroke="var(--ink)"
      stroke-width="1.3" stroke-dasharray="3 2.5"/>`
      }`,
    ),
    frame,
  )
}

type Place = (point: number[]) => string

function placement(points: number[][], { width, height }: ChartFrame): Place {
  const losses = points.map(([, loss]) => loss).filter(Number.isFinite)
  const [low, high] = [Math.min(...losses), Math.max(...losses)]
  const scale = low > 0 && high > 10 * low ? Math.log : (value: number) => value
  const epochs = points.map(([epoch]) => epoch)
  const across = share(Math.min(...epochs), Math.max(...epochs))
  const up = share(scale(low), scale(high))
  const round = (value: number) => Number(value.toFixed(1))
  return ([epoch, loss]) =>
    `${round(edge + across(epoch) * (width - 2 * edge))},${round(
      height - edge - up(scale(loss)) * (height - 2 * edge),
    )}`
}

const share = (from: number, to: number) => (value: number) =>
  to > from ? (value - from) / (to - from) : 0.5

function line(points: number[][], place: Place): string {
  return (
    'M'
    + points
      .filter((point) => point.every(Number.isFinite))
      .map(place)
      .join('L')
  )
}
