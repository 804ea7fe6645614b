import { computed, type ComputedRef } from 'vue'
import type { Chart, ChartTable } from '../../charts/chart.ts'
import { type ScatterParts, scoreScatterOption } from '../../charts/scoreScatterOption.ts'
import { countedLooks } from '../../comparisons/countedLooks.ts'
import { score } from '../../format.ts'
import { useComparison } from '../../stores/comparison.ts'
import { t } from '../../words/words.ts'

/** What the two columns that are looked at are called beside the axes: there is no room for their ensembles. */
export function usePairTitles(): ComputedRef<[string, string]> {
  const comparison = useComparison()
  return computed(() => {
    const [first, second] = comparison.pair.map((column) => comparison.named[column])
    const words = (named: typeof first | undefined) => (named ? `${named.look.letter}: ${named.detector}` : '')
    return [words(first), words(second)]
  })
}

/** Score against score as a chart that is saved, and read as a table. @param log whether an axis has decimal logarithms */
export function useScoreChart(log: () => [boolean, boolean]): ComputedRef<Chart> {
  const [comparison, titles] = [useComparison(), usePairTitles()]
  const ofPair = <T>(values: T[]): [T, T] => [values[comparison.pair[0]], values[comparison.pair[1]]]
  function groups(): ScatterParts['groups'] {
    const { shown, counted, scores } = comparison.images!.aligned
    const [x, y] = ofPair(scores)
    return countedLooks.map(({ name, mark }, kind) => ({
      name, mark, scores: [...shown].filter((image) => counted[image] === kind).map((image): [number, number] => [x[image], y[image]]),
    }))
  }
  const parts = (): ScatterParts =>
    ({ axes: titles.value, log: log(), groups: groups(), thresholds: ofPair(comparison.images!.aligned.thresholds) })
  return computed(() => ({
    name: t('Score against score'), of: t('comparison'), legend: countedLooks.map(({ name }) => name),
    label: t('Scores of {first} against scores of {second}.', { first: titles.value[0], second: titles.value[1] }),
    draw: (colours) => scoreScatterOption(parts(), colours), table: () => scatterTable(titles.value, groups()),
  }))
}

function scatterTable([x, y]: [string, string], groups: ScatterParts['groups']): ChartTable {
  return {
    columns: [{ title: t('Counts as') }, { title: x, write: score }, { title: y, write: score }],
    rows: groups.flatMap(({ name, scores }) => scores.map((pair) => [name, ...pair])),
  }
}
