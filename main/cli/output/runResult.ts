import path from 'node:path'
import type { Ensemble } from '../../contract/ensembles.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { RankedImage, Score } from '../../contract/scores.ts'
import type { Report } from '../steps/reportStep.ts'
import { count, figure, percent } from './format.ts'
import { paintResult, resultWidth } from './streams.ts'
import { table } from './table.ts'

/** What a whole run left behind. */
export interface RunResult {
  imageSet: ImageSet
  ensemble: Ensemble
  scores: Score[]
  reports: Report[]
  failedMembers: number[]
  /** Of the first detector; null where nothing is labelled as an anomaly. */
  auroc: number | null
}

/**
 * A run's result for people: how the detectors did, the first images of the first one, and where the rest is.
 */
export function runResultText(
  { scores, reports }: Pick<RunResult, 'scores' | 'reports'>,
  top: RankedImage[],
): string {
  const page = reports[0] ? `\n\nReport: ${path.join(reports[0].directory, 'index.html')}` : ''
  return `${scoreTable(scores)}\n\n${rankingTable(top)}${page}`
}

/** Scores with their metrics, one a line. */
export function scoreTable(scores: Score[]): string {
  return heading(
    table(
      scores,
      [
        { header: 'score', text: ({ id }) => String(id), right: true },
        { header: 'detector', text: ({ detector }) => detector },
        { header: 'AUROC', text: ({ metrics }) => metrics?.auroc.toFixed(4) ?? '-', right: true },
        {
          header: '95 % interval',
          text: ({ metrics }) => metrics?.aurocInterval.map((v) => v.toFixed(3)).join(' to ') ?? '-',
        },
        { header: 'FPR@95TPR', text: ({ metrics }) => (metrics ? percent(metrics.fpr95) : '-'), right: true },
        {
          header: 'flagged',
          text: ({ flagged, images }) => `${count(flagged)} of ${count(images)}`,
          right: true,
        },
        { header: 'threshold', text: ({ threshold }) => figure(threshold.value), right: true },
      ],
      resultWidth(),
    ),
  )
}

const verdictColumn = { header: 'verdict', text: ({ verdict }: RankedImage) => verdict ?? '-' }

/** Ranked images, one a line. */
export function rankingTable(images: RankedImage[]): string {
  return heading(
    table(
      images,
      [
        { header: 'rank', text: ({ rank }) => String(rank), right: true },
        { header: 'score', text: ({ score }) => figure(score), right: true },
        { header: 'flagged', text: ({ flagged }) => (flagged ? 'yes' : 'no') },
        { header: 'label', text: ({ label }) => label ?? '-', cut: 'end' },
        { header: 'role', text: ({ role }) => role },
        ...(images.some(({ verdict }) => verdict !== null) ? [verdictColumn] : []),
        { header: 'nearest', text: ({ nearest }) => nearest ?? '-', cut: 'end' },
        { header: 'path', text: (image) => image.path, cut: 'middle' },
      ],
      resultWidth(),
    ),
  )
}

/** The first line of a table, set apart on a terminal. */
export function heading(text: string): string {
  const [first, ...rest] = text.split('\n')
  return [paintResult('bold', first), ...rest].join('\n')
}
