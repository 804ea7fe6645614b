import type { FitImages } from './detector.ts'

/** Mean and standard deviation of a number over some images. */
export interface Standard { mean: number; deviation: number }

/** Over the images at `rows`. A number that does not vary there gets the deviation 1, and so drops out. */
export function standardOf(values: Float64Array, rows: Uint32Array): Standard {
  let sum = 0
  for (const row of rows) sum += values[row]
  const mean = sum / rows.length
  let squares = 0
  for (const row of rows) squares += (values[row] - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / Math.max(1, rows.length - 1)) || 1 }
}

/** (x - mean) / deviation. */
export function standardise(values: Float64Array, { mean, deviation }: Standard): Float64Array {
  return values.map((value) => (value - mean) / deviation)
}

/** Where a scale is taken from: validation inliers, or the training images where there are none to spare. */
export const inliersOf = ({ train, validation }: FitImages): Uint32Array => validation.length > 1 ? validation : train
