import type { CurvePoint } from '../../main/contract/ensembles.ts'
import { score } from '../format.ts'
import { memberName } from '../words/memberName.ts'
import { t } from '../words/words.ts'
import { tooltip, valueAxis } from './axes.ts'
import { classMark } from './classMarks.ts'
import type { EChartsOption } from './echarts.ts'
import type { Colours } from './useColours.ts'

export type CurveQuantity = 'loss' | 'reconstruction' | 'divergence'

export const curveQuantities: { quantity: CurveQuantity; title: string; axis: string }[] = [
  { quantity: 'loss', title: t('Loss'), axis: t('Loss (dashed: validation)') },
  { quantity: 'reconstruction', title: t('Reconstruction'), axis: t('Reconstruction error') },
  { quantity: 'divergence', title: t('Divergence'), axis: t('Divergence from the class') },
]

/**
 * The curves of all members over their steps, a colour a member. `steps`: how many there will be; 0 where
 * that is not known.
 */
export function curveOption(
  curves: CurvePoint[][],
  quantity: CurveQuantity,
  steps: number,
  colour: Colours,
): EChartsOption {
  const axis = curveQuantities.find((one) => one.quantity === quantity)!.axis
  const lines = curves.flatMap((curve, member) => {
    const drawn = [
      line(
        curve.flatMap((point) => (point[quantity] === null ? [] : [[point.step, point[quantity]!]])),
        member,
        'solid',
        colour,
      ),
    ]
    const validation = curve.filter(({ validationLoss }) => validationLoss !== null)
    if (quantity === 'loss' && validation.length > 0) {
      drawn.push(
        line(
          validation.map(({ step, validationLoss }) => [step, validationLoss!]),
          member,
          [4, 3],
          colour,
        ),
      )
    }
    return drawn
  })
  return {
    animation: false,
    grid: { left: 58, right: 16, top: 12, bottom: 40 },
    xAxis: valueAxis({ name: t('Step'), min: 0, max: steps || undefined, gap: 24, grid: false }, colour),
    yAxis: valueAxis({ name: axis, gap: 42 }, colour),
    tooltip: {
      ...tooltip(colour),
      trigger: 'item',
      formatter: (hovered: unknown) => tip(hovered as Hovered),
    },
    series: lines,
  } as EChartsOption
}

function line(data: number[][], member: number, type: 'solid' | number[], colour: Colours): object {
  const drawn = colour(classMark(member % 7).colour)
  return {
    type: 'line',
    name: memberName(member),
    data,
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: type === 'solid',
    itemStyle: { color: drawn },
    lineStyle: { color: drawn, width: 1.75, type },
    emphasis: { focus: 'none' },
  }
}

interface Hovered {
  seriesName: string
  data: [number, number]
}

function tip({ seriesName, data: [step, value] }: Hovered): string {
  return t('{member}, step {step}: {value}', { member: seriesName, step: String(step), value: score(value) })
}
