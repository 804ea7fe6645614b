import { count, percent } from '../format.ts'
import { t } from '../words/words.ts'
import type { ChartTable } from './chart.ts'
import type { HistogramGroup } from './histogramOption.ts'

/** A row for each bin: where it begins and ends, and of each group how many images lie in it and what share that is. */
export function histogramTable(groups: HistogramGroup[]): ChartTable {
  const [{ histogram: { from, to, counts } }] = groups
  const edge = (i: number) => from + ((to - from) * i) / counts.length
  return {
    columns: [
      { title: t('From') }, { title: t('To') },
      ...groups.flatMap(({ name }) => [
        { title: name, write: count }, { title: t('{group}, share', { group: name }), write: percent },
      ]),
    ],
    rows: counts.map((_, bin) => [
      edge(bin), edge(bin + 1),
      ...groups.flatMap(({ histogram, images }) => [histogram.counts[bin], histogram.counts[bin] / images]),
    ]),
  }
}
