import { standardOf } from '../detectors/standard.ts'

/**
 * How far an exported model's scores are from Lacuna's: the largest difference over so many images, in standard deviations
 * of Lacuna's own scores. A score has no unit, and single precision is in its network, not in it: means that differ in their
 * last digit are as many sigma apart as the narrowest class is narrow, so no difference says anything by itself.
 */
export interface Agreement { images: number; furthest: number }

/** @param known Lacuna's scores. @param found the model's, of the same images */
export function agreementOf(known: Float64Array, found: Float64Array): Agreement {
  const { deviation } = standardOf(known, Uint32Array.from(known.keys()))
  const furthest = known.reduce((most, score, i) => Math.max(most, Math.abs(found[i] - score)), 0)
  return { images: known.length, furthest: furthest / deviation }
}
