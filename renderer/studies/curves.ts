import type { AblationCurve, SizeCurve } from '../../main/contract/studyTables.ts'
import type { StudySpec } from '../../main/contract/studies.ts'
import type { BandCurve, BandPoint } from '../charts/bandOption.ts'
import { classMark } from '../charts/classMarks.ts'
import { t } from '../words/words.ts'
import { partOf } from './matrixRows.ts'

/** So many curves with their bands are told apart at a glance. */
const atOnce = 3

/** Curves over steps, and which are shown where nobody chose: those named beforehand, then those of their detectors. */
export interface CurvePicture { curves: BandCurve[]; steps: string[]; proposed: string[] }

/** How methods' mean AUROC follows one setting. */
export function ablationPicture(curves: AblationCurve[], spec: StudySpec): CurvePicture {
  const named = (curve: AblationCurve) => titled(curve.method, curve.set, spec)
  return pictureOf(curves.map((curve) => ({
    method: curve.method, name: named(curve), dash: 'solid',
    points: curve.points.map(({ value, mean, interval }) => pointOf(String(value), mean, interval)),
  })), spec)
}

/** How methods' mean AUROC grows with the members; a fixed order of the classes is dashed. */
export function sizesPicture(curves: SizeCurve[], spec: StudySpec): CurvePicture {
  return pictureOf(curves.map(({ arm, detector, set, order, points }) => ({
    method: `${arm}/${detector}`, dash: order === 'fixed' ? [5, 3] : 'solid',
    name: orderTitled(titled(`${arm}/${detector}`, set, spec), order),
    points: points.map(({ size, mean, interval }) => pointOf(String(size), mean, interval)),
  })), spec)
}

type Drawn = Omit<BandCurve, 'mark'> & { method: string }

function pictureOf(drawn: Drawn[], spec: StudySpec): CurvePicture {
  const steps = [...new Set(drawn.flatMap(({ points }) => points.map(({ at }) => at)))]
  const [others, named] = [false, true].map((wanted) =>
    drawn.filter(({ method }) => (partOf(spec, method) !== null) === wanted))
  const detectors = new Set(named.map(detectorOf))
  const akin = others.toSorted((a, b) => Number(detectors.has(detectorOf(b))) - Number(detectors.has(detectorOf(a))))
  const proposed = [...named, ...akin].slice(0, atOnce).map(({ name }) => name)
  return { curves: drawn.map((one, i) => ({ ...one, mark: classMark(i) })), steps: inSteps(steps), proposed }
}

const detectorOf = ({ method }: Drawn) => method.split('/').slice(1).join('/')

/** Numbers rising, words as they come. */
function inSteps(steps: string[]): string[] {
  return steps.every((step) => Number.isFinite(Number(step))) ? steps.toSorted((a, b) => Number(a) - Number(b)) : steps
}

function pointOf(at: string, mean: number | null, interval: { lower: number; upper: number } | null): BandPoint {
  return { at, mean, lower: interval?.lower ?? null, upper: interval?.upper ?? null }
}

const orderTitled = (name: string, order: SizeCurve['order']) =>
  (order === 'fixed' ? t('{name}, fixed order', { name }) : name)
const titled = (method: string, set: string, { sets }: StudySpec) => (sets.length > 1 ? `${method}, ${set}` : method)
