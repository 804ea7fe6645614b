import { partialAurocOf } from './auroc.ts'
import { checkResamples, type RandomSource, resampler } from './bootstrap.ts'
import { precisionHeights, rocHeights } from './curveHeights.ts'
import { type Interval, percentileInterval, quantile, tailOf } from './interval.ts'
import { auprOutOf } from './precisionRecall.ts'
import type { ScoreTable } from './scoreTable.ts'

/** At each place, between which heights a curve lies. */
export interface Band { at: number[]; lower: number[]; upper: number[] }

/** How sure the ROC and the precision-recall curve are, and the areas under them. */
export interface ResampledCurves { roc: Band; precisionRecall: Band; partialAuroc: Interval; auprOut: Interval }

export interface BandOptions { resamples: number; confidence: number; partialRate: number }

/**
 * Pointwise percentile bands of both curves and intervals of the areas, from the same stratified resamples: at each
 * place the curves of a share `confidence` of them lie within (Fawcett 2006, "vertical averaging").
 *
 * @throws RangeError where options make no sense
 */
export function curveBands(
  table: ScoreTable, random: RandomSource, { resamples, confidence, partialRate }: BandOptions,
): ResampledCurves {
  checkResamples(resamples)
  const [rates, recalls] = [placesOfRates(table.normalCount), placesOfRecall()]
  const [tpr, precision] = [heights(rates, resamples), heights(recalls, resamples)]
  const [partial, aupr] = [new Float64Array(resamples), new Float64Array(resamples)]
  const next = resampler(table, random)
  for (let i = 0; i < resamples; i++) {
    const resample = next()
    rocHeights(resample, rates, tpr[i])
    precisionHeights(resample, recalls, precision[i])
    partial[i] = partialAurocOf(resample, partialRate)
    aupr[i] = auprOutOf(resample)
  }
  return {
    roc: band(rates, tpr, confidence), precisionRecall: band(recalls, precision, confidence),
    partialAuroc: percentileInterval(partialAurocOf(table, partialRate), partial, confidence),
    auprOut: percentileInterval(auprOutOf(table), aupr, confidence),
  }
}

/** From 0 to 1 in fiftieths, and evenly on a logarithmic axis down to one normal image. */
export function placesOfRates(normals: number): Float64Array {
  const even = Array.from({ length: 51 }, (_, i) => i / 50)
  const decades = Math.log10(normals)
  const steps = Math.ceil(decades * 12)
  const small = Array.from({ length: steps }, (_, i) => 10 ** (-decades + (decades * i) / steps))
  return Float64Array.from(new Set([...even, ...small])).sort()
}

const placesOfRecall = () => Float64Array.from({ length: 100 }, (_, i) => (i + 1) / 100)

const heights = (places: Float64Array, resamples: number) =>
  Array.from({ length: resamples }, () => new Float64Array(places.length))

/** @param rows resamples x places */
function band(places: Float64Array, rows: Float64Array[], confidence: number): Band {
  const tail = tailOf(confidence)
  const columns = Array.from(places, (_, i) => Float64Array.from(rows, (row) => row[i]).sort())
  return {
    at: [...places], lower: columns.map((column) => quantile(column, tail)),
    upper: columns.map((column) => quantile(column, 1 - tail)),
  }
}
