import { computed } from 'vue'
import type { Chart } from '../../charts/chart.ts'
import type { LatentCloud } from '../../charts/latent/latentCloud.ts'
import { scoreScatterOption } from '../../charts/scoreScatterOption.ts'
import { useColours } from '../../charts/useColours.ts'
import { score } from '../../format.ts'
import { Counted } from '../../comparisons/aligned.ts'
import { scoreScatter } from '../../comparisons/scoreScatter.ts'
import { roleMark } from '../../results/classLooks.ts'
import { pointEmphasis } from '../../results/pointEmphasis.ts'
import { pointPaint } from '../../results/pointPaint.ts'
import { HELD_OUT, KNOWN, UNLABELLED } from '../../results/roles.ts'
import { useComparison } from '../../stores/comparison.ts'
import { useResult } from '../../stores/result.ts'
import { useSelection } from '../../stores/selection.ts'

/** How what counts is drawn, in the order of `Counted`. */
export const countedLooks = [
  { name: 'normal', mark: roleMark('known') }, { name: 'anomalous', mark: roleMark('held-out') },
  { name: 'does not count', mark: roleMark('unlabelled') },
]
const roleOfCounted = { [Counted.normal]: KNOWN, [Counted.anomaly]: HELD_OUT, [Counted.not]: UNLABELLED }

/** The scores of one column against another's, as the scatter draws them and as a chart that is saved. */
export function useScoreCloud() {
  const [comparison, result, selection, colours] = [useComparison(), useResult(), useSelection(), useColours()]
  const columns = computed(() => comparison.images?.aligned ?? null)
  const titles = computed(() => comparison.pair.map((column) => {
    const named = comparison.named[column]
    return named ? `${named.look.letter}: ${named.detector}` : ''
  }) as [string, string])
  const picture = computed(() => columns.value && scoreScatter(columns.value, comparison.pair))

  const roles = computed(() =>
    Uint8Array.from(columns.value?.counted ?? [], (counted) => roleOfCounted[counted as keyof typeof roleOfCounted]))
  const paint = computed(() => comparison.images && pointPaint({
    images: { ...comparison.images.each[0], role: roles.value }, classes: result.classes, colourBy: 'role',
    shown: comparison.images.aligned.shown, disagreement: null, verdicts: null,
  }, colours.value))
  const emphasis = computed(() => columns.value && pointEmphasis(roles.value, columns.value.shown, null))
  const axes = computed(() => {
    const axis = (i: 0 | 1) => ({ title: titles.value[i], log: picture.value?.log[i] ?? false })
    return { x: axis(0), y: axis(1) }
  })

  const cloud = computed<LatentCloud | null>(() => {
    if (!picture.value || !paint.value || !emphasis.value) return null
    const { points, outlines } = picture.value
    return {
      points, outlines, dimension: 2, axes: axes.value, paint: paint.value, emphasis: emphasis.value, names: [],
      focus: selection.image, lasso: null, colours: colours.value,
    }
  })
  const groups = () => countedLooks.map((look, counted) => ({
    ...look, scores: [...columns.value!.shown].filter((image) => columns.value!.counted[image] === counted)
      .map((image): [number, number] => [columns.value!.scores[comparison.pair[0]][image], columns.value!.scores[comparison.pair[1]][image]]),
  }))
  const chart = computed<Chart>(() => ({
    name: 'Score against score', of: 'comparison', legend: countedLooks.map(({ name }) => name),
    label: `Scores of ${titles.value[0]} against scores of ${titles.value[1]}.`,
    draw: (ink) => scoreScatterOption({
      axes: titles.value, log: picture.value!.log, groups: groups(),
      thresholds: comparison.pair.map((column) => columns.value!.thresholds[column]) as [number, number],
    }, ink),
    table: () => ({
      columns: [{ title: 'Counts as' }, { title: titles.value[0], write: score }, { title: titles.value[1], write: score }],
      rows: groups().flatMap(({ name, scores }) => scores.map((pair) => [name, ...pair])),
    }),
  }))
  return { cloud, chart }
}
