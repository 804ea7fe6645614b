import type { CurveBands } from '../../contract/curves.ts'
import { importedName } from '../../contract/importedScores.ts'
import type { JudgedMetrics, RankedImage, Score } from '../../contract/scores.ts'
import { details } from './details.ts'
import { judgedEntries } from './judgedText.ts'
import { count, figure, moment, percent } from './format.ts'
import { rankingTable } from './runResult.ts'

/** A score for people: how well it does, and its first images. */
export function scoreText(
  score: Score, ranking: RankedImage[], judged?: JudgedMetrics, curves: CurveBands | null = null,
): string {
  const all = [...entries(score), ...(curves ? areas(curves) : []), ...(judged ? judgedEntries(judged) : [])]
  return details(all) + (ranking.length ? `\n\n${rankingTable(ranking)}` : '')
}

/** What stands below the window's curves: intervals of bootstrap resamples. */
function areas({ partialAuroc, partialRate, auprOut, resamples }: CurveBands): [string, string][] {
  const interval = ({ lower, upper }: CurveBands['auprOut']) => `${lower.toFixed(4)} to ${upper.toFixed(4)}`
  return [
    ['AUPR-out 95 %', interval(auprOut)],
    ['partial AUROC', `${partialAuroc.estimate.toFixed(4)} (${interval(partialAuroc)}), up to ${percent(partialRate)} false positives`],
    ['resamples', count(resamples)],
  ]
}

function entries(score: Score): [string, string | null][] {
  const { metrics, threshold } = score
  const measured: [string, string][] = metrics
    ? [
        ['AUROC', metrics.auroc.toFixed(4)],
        ['95 % interval', metrics.aurocInterval.map((bound) => bound.toFixed(4)).join(' to ')],
        ['AUPR-out', metrics.auprOut.toFixed(4)],
        ['AUPR-in', metrics.auprIn.toFixed(4)],
        ['FPR@95TPR', percent(metrics.fpr95)],
        ['F1-max', metrics.f1Max.toFixed(4)],
        [
          'measured on',
          `${count(metrics.normals)} normal and ${count(metrics.anomalies)} anomalous test images`,
        ],
      ]
    : [['AUROC', 'not measurable: nothing is labelled as an anomaly']]
  return [
    ['score', String(score.id)],
    ['detector', score.detector],
    ['ensemble', `${score.ensembleId}, ${by(score)}`],
    ['image set', `${score.imageSetId}, ${count(score.images)} images`],
    ['made', moment(score.created)],
    ['threshold', `${figure(threshold.value)} (${threshold.rule})`],
    ['flagged', count(score.flagged)],
    ...measured,
    ...score.warnings.map((text): [string, string] => ['warning', text]),
  ]
}

function by({ detector, members }: Score): string {
  return importedName(detector) === null ? `${members} members` : 'by scores from elsewhere'
}
