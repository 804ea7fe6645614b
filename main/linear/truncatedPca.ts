import { addMultiple, extendOrthonormal } from './orthonormal.ts'
import { timesTransposed, transposedTimes } from './product.ts'
import { ritzPairs } from './ritz.ts'
import { batchesOf, centred, type Moments, momentsOf, type RowBatches } from './rowBatches.ts'

/** The directions in which rows vary most. */
export interface PrincipalComponents extends Moments {
  /** Unit vectors; as many as were asked for, or fewer where the rows vary in fewer directions. */
  axes: Float64Array[]
  /** Along each axis, divided by n-1; falling. */
  variances: Float64Array
}

/** What directions are drawn from. */
export interface NormalSource { normals(n: number): Float32Array }

/** How far a pair may miss C v = value v, as a share of the largest variance. */
const TOLERANCE = 1e-6

/** Directions with less than this share of the largest variance are rounding errors. */
const NOTHING = 1e-7

/**
 * The leading principal components of a matrix that is read in batches, by the randomised block Krylov method (Halko,
 * Martinsson, Shkolnisky and Tygert 2011, SIAM J. Sci. Comput. 33; Musco and Musco 2015). The covariance matrix C is never
 * formed: a random block V and C V, C C V, ... span a space in which its eigenvectors are sought. A block is added, which is
 * one pass over the rows, until each wanted pair fulfils C v = value v to 1e-6 of the largest variance, or until the space
 * has four times as many dimensions as there are pairs and ten blocks more; 100 components of MNIST take 300.
 *
 * Products are in single precision, the rest in double. Variances agree with scikit-learn's full decomposition to 1e-6 of
 * the largest; squared errors of MNIST's test images after a projection on 100 components to 4e-6 of the largest. A single
 * component agrees as far as its variance is apart from the others'.
 *
 * @param components how many are wanted; no more are found than n-1 or the width
 * @throws RangeError where there is no row
 */
export async function principalComponents(
  rows: RowBatches, components: number, random: NormalSource,
): Promise<PrincipalComponents> {
  if (rows.count < 1) throw new RangeError('There is no row to find principal components of.')
  const moments = momentsOf(rows)
  const wanted = moments.totalVariance > 0 ? Math.min(components, rows.count - 1, rows.width) : 0
  if (wanted < 1) return { ...moments, axes: [], variances: new Float64Array(0) }
  const operator = (block: Float64Array[]) => covarianceTimes(rows, moments.mean, block)
  const { values, vectors } = await leadingPairs(operator, wanted, rows.width, random)
  const variances = values.filter((value) => value > NOTHING * values[0])
  return { ...moments, axes: vectors.slice(0, variances.length), variances }
}

type Operator = (block: Float64Array[]) => Promise<Float64Array[]>

/** A space that grows by a block at a time until it holds the pairs. */
async function leadingPairs(operator: Operator, wanted: number, width: number, random: NormalSource) {
  const block = Math.min(width, 10 + Math.floor(wanted / 10))
  const largest = Math.min(width, 4 * wanted + 10 * block)
  const [basis, images]: Float64Array[][] = [[], []]
  let next: ArrayLike<number>[] = Array.from({ length: block }, () => random.normals(width))
  for (let look = 2.5 * wanted + 2 * block; ; ) {
    const added = extendOrthonormal(basis, next)
    next = await operator(added)
    images.push(...(next as Float64Array[]))
    const complete = basis.length >= largest || added.length === 0
    if (basis.length < look && !complete) continue
    const pairs = ritzPairs(basis, images, wanted)
    if (complete || pairs.residual <= TOLERANCE * pairs.values[0]) return pairs
    look = 1.2 * basis.length
  }
}

/** C V = X'(X V) / (n-1) for the centred rows X, one pass over them. */
async function covarianceTimes(rows: RowBatches, mean: Float64Array, block: Float64Array[]): Promise<Float64Array[]> {
  const products = block.map(() => new Float64Array(rows.width))
  const directions = flat(block, rows.width)
  for (const batch of block.length ? batchesOf(rows) : []) {
    const deviations = centred(batch, mean)
    const along = await timesTransposed(deviations, directions, rows.width)
    const sums = await transposedTimes(along, deviations, deviations.length / rows.width)
    products.forEach((product, i) => addMultiple(product, sums.subarray(i * rows.width, (i + 1) * rows.width), 1 / (rows.count - 1)))
  }
  return products
}

/** Vectors one after the other, in single precision. */
export function flat(vectors: Float64Array[], width: number): Float32Array {
  const values = new Float32Array(vectors.length * width)
  vectors.forEach((vector, i) => values.set(vector, i * width))
  return values
}
