import type { ThresholdFigures, ThresholdRule } from '../contract/thresholds.ts'
import { f1Max } from '../metrics/f1.ts'
import { ANOMALY, NORMAL, UNCOUNTED } from '../metrics/judgedMarks.ts'
import { quantileThreshold } from '../metrics/quantileThreshold.ts'
import { type CountedImages, unscored } from './countedImages.ts'
import { readFloats } from './floatFiles.ts'
import type { ScoredFiles } from './messages.ts'
import { knownPositions, readAssignment, TRAIN, VALIDATION } from './runImages.ts'

/** What a rule chose, and what is to be known of it. */
export type Choice = Pick<ThresholdFigures, 'value' | 'sentence' | 'interval' | 'optimistic' | 'warning'>

/**
 * Chooses a threshold by a rule.
 * @param own the scores of the ensemble's own set: the quantile is that of its validation images
 * @throws Error with code and hint where the images that the rule needs are missing
 */
export async function chooseThreshold(rule: ThresholdRule, images: CountedImages, own: ScoredFiles): Promise<Choice> {
  switch (rule.kind) {
    case 'value':
      return { ...plain, value: rule.value, sentence: 'set by hand' }
    case 'top':
      return { ...plain, value: topThreshold(images, rule.images), sentence: `the ${rule.images} highest scores of the test images` }
    case 'f1-max':
      return byF1(images)
    case 'false positives':
      return byFalsePositives(images, rule.rate)
    case 'quantile':
      return byQuantile(own, rule.rate)
  }
}

const plain = { interval: null, optimistic: false, warning: null }

/** Above it lie the n highest test images, or fewer where scores are tied. */
function topThreshold({ scores, isTest }: CountedImages, n: number): number {
  const falling = scores.filter((_, i) => isTest[i] === 1).sort().reverse()
  if (falling.length === 0) throw missing('test images', 'Take the quantile of the normal images, which needs none.')
  return n < falling.length ? falling[n] : below(falling.at(-1)!)
}

/** The next score as it is stored (Float32) below one: what flags that one too. */
function below(score: number): number {
  return Math.fround(score - Math.max(Math.abs(score) * 2 ** -22, 2 ** -120))
}

function byF1({ scores, marks }: CountedImages): Choice {
  const rows = marks.keys().filter((i) => marks[i] !== UNCOUNTED).toArray()
  for (const [mark, name] of [[ANOMALY, 'anomalies'], [NORMAL, 'normal images']] as const) {
    if (!rows.some((i) => marks[i] === mark)) throw missing(`${name} among the test images`, 'Take another rule, such as the quantile of the normal images.')
  }
  const { threshold } = f1Max(rows.map((i) => scores[i]), rows.map((i) => marks[i]))
  const value = Number.isFinite(threshold) ? threshold : below(rows.reduce((low, i) => Math.min(low, scores[i]), Infinity))
  return { ...plain, value, optimistic: true, sentence: 'the largest F1 over the test images' }
}

function byFalsePositives({ scores, marks }: CountedImages, rate: number): Choice {
  const normals = scores.filter((_, i) => marks[i] === NORMAL)
  if (normals.length === 0) throw missing('normal images among the test images', 'Take the quantile of the normal images, which needs none.')
  return {
    ...byRate(normals, rate), optimistic: true,
    sentence: `at most ${Number((rate * 100).toPrecision(4))} % of the ${normals.length} normal test images score higher`,
  }
}

async function byQuantile({ scores: file, images, importedFit }: ScoredFiles, rate: number): Promise<Choice> {
  const [scores, assignment, without] = await Promise.all([
    readFloats(file), readAssignment(images), unscored(importedFit).then((positions) => new Set(positions)),
  ])
  const normals = (split: number) =>
    Float64Array.from(knownPositions(assignment, split).filter((i) => !without.has(i)), (i) => scores[i])
  const kept = normals(VALIDATION)
  const taken = kept.length > 0 ? kept : normals(TRAIN)
  if (taken.length === 0) throw missing('validation images of the known classes with a score', 'Take another rule.')
  const kind = kept.length > 0 ? 'validation' : 'training'
  return {
    ...byRate(taken, rate), optimistic: false,
    sentence: `at most ${Number((rate * 100).toPrecision(4))} % of the ${taken.length} ${kind} images of the known classes score higher`,
    warning: kept.length > 0 ? null : 'It rests on the images that were learnt from: it is too low for new ones.',
  }
}

function byRate(normals: ArrayLike<number>, rate: number): Omit<Choice, 'sentence' | 'optimistic'> {
  const { threshold, lower, upper, coverage } = quantileThreshold(normals, rate)
  const end = (value: number) => (Number.isFinite(value) ? value : null)
  const few = Math.floor(rate * normals.length) === 0 && rate > 0
  return {
    value: threshold, interval: { lower: end(lower), upper: end(upper), coverage },
    warning: few ? `${normals.length} images are too few for so small a share: it is their highest score.` : null,
  }
}

function missing(what: string, hint: string): Error {
  return Object.assign(new Error(`There are no ${what}, which this rule needs.`), { code: 'RULE_NEEDS_IMAGES', hint })
}
