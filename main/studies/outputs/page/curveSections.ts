import { html, nothing } from '../../../reports/page/markup.ts'
import type { Markup } from '../../../reports/page/markup.ts'
import { lineLegend } from '../../../reports/page/legend.ts'
import type { Interval } from '../../../metrics/interval.ts'
import type { AblationCurve } from '../../tables/ablation.ts'
import type { SizeCurve } from '../../tables/ensembleSizes.ts'
import { ablationTable, sizesTable } from '../sections/curveTables.ts'
import { reading } from '../sections/reading.ts'
import { settingNames } from '../sections/settingNames.ts'
import type { StudyTables } from '../studyTables.ts'
import { type Curve, curvesChart, type CurvesPicture, spanOf } from './curvesChart.ts'
import { htmlTable } from '../../../reports/tables/htmlTable.ts'
import { pageSection } from '../../../reports/page/section.ts'

/** For each varied setting its curves, an arm a picture, and their table. */
export function ablationSections({ ablation }: StudyTables): Markup[] {
  return grouped(ablation, ({ setting }) => setting).map(([setting, curves]) => {
    const name = settingNames[curves[0].setting]
    const figures = grouped(curves, ({ set }) => set).map(([, ofSet]) => ablationFigures(ofSet))
    return pageSection({
      id: `vary-${setting}`, heading: `By ${name}`, lead: reading.ablation,
      content: html`<div class="pair">${figures}</div>${htmlTable(ablationTable(curves), `By ${name}`)}`,
    })
  })
}

/** The pictures of one set, all over the same span so that they can be compared. */
function ablationFigures(ofSet: AblationCurve[]): Markup[] {
  const span = spanOf(ofSet.map((curve) => ablationCurve(curve, 0, stepsOf(ofSet))))
  return grouped(ofSet, ({ arm }) => arm).map(([arm, group]) => figure({
    id: `vary-${group[0].setting}-${group[0].set}-${arm}`, title: `${group[0].set}, ${arm}`, span,
    name: settingNames[group[0].setting], steps: stepsOf(group), labels: group.map(({ method }) => method),
    curves: group.map((curve, i) => ablationCurve(curve, i, stepsOf(group))),
  }))
}

const stepsOf = (curves: AblationCurve[]) =>
  [...new Set(curves.flatMap(({ points }) => points.map(({ value }) => String(value))))]

function ablationCurve({ points }: AblationCurve, i: number, steps: string[]): Curve {
  return styled(i, points.flatMap(({ value, mean, interval }) =>
    (mean === null ? [] : [pointAt(steps.indexOf(String(value)), mean, interval)])))
}

/** By number of members: what has the classes in random order beside what has them in one fixed order. */
export function sizesSection({ sizes }: StudyTables): Markup {
  if (sizes.length === 0) return nothing
  const steps = [...new Set(sizes.flatMap(({ points }) => points.map(({ size }) => size)))].toSorted((a, b) => a - b)
  const pictures = grouped(sizes, ({ set }) => set).flatMap(([set, ofSet]) => {
    const span = spanOf(ofSet.map((curve, i) => sizeCurve(curve, i, steps)))
    return grouped(ofSet, ({ order }) => order).map(([order, group]) => figure({
      id: `sizes-${set}-${order}`, title: `${set}, ${order} order`, name: 'Members', steps: steps.map(String), span,
      curves: group.map((curve, i) => sizeCurve(curve, i, steps)),
      labels: group.map(({ arm, detector }) => `${arm}/${detector}`),
    }))
  })
  return pageSection({
    id: 'sizes', heading: 'How many members',
    lead: `${reading.sizes} The strokes in the pictures are 95\u202f% intervals over what was held out.`,
    content: html`<div class="pair">${pictures}</div>${htmlTable(sizesTable(sizes), 'By number of members')}`,
  })
}

function sizeCurve({ points }: SizeCurve, i: number, steps: number[]): Curve {
  return styled(i, points.map(({ size, mean, interval }) => pointAt(steps.indexOf(size), mean, interval)))
}

interface FigureParts extends CurvesPicture { id: string; title: string; labels: string[] }

function figure({ id, title, name, steps, curves, labels, span }: FigureParts): Markup {
  if (curves.every(({ points }) => points.length === 0)) return nothing
  const description = `Mean AUROC by ${name}: ${labels.join(', ')}. The figures are in the table below.`
  const picture = { name, steps, curves, span }
  const chart = curvesChart(picture, { id, width: 520, height: 340, title, description })
  const entries = curves.map(({ colour, dash }, i) => ({ colour, dash, label: labels[i] }))
  return html`<figure><figcaption><strong>${title}</strong></figcaption>${chart}${lineLegend(entries)}</figure>`
}

const pointAt = (step: number, mean: number, interval: Interval | null) =>
  ({ step, mean, lower: interval?.lower ?? mean, upper: interval?.upper ?? mean })

const colours = 7
const dashes: Curve['dash'][] = ['solid', [6, 3], [2, 3]]

/** Colours first, then dashes: the same place in two pictures looks the same. */
function styled(i: number, points: Curve['points']): Curve {
  return { colour: `var(--class-${i % colours})`, dash: dashes[Math.floor(i / colours) % dashes.length], points }
}

function grouped<Item>(items: Item[], key: (item: Item) => string): [string, Item[]][] {
  return [...Map.groupBy(items, key)]
}
