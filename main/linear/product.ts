/**
 * Products of large matrices in single precision. TensorFlow computes them where the process has loaded it (the score
 * worker does so for detectors that need it), which is some forty times faster than the loops that do it otherwise.
 * Both keep to `productError`.
 */

/** What TensorFloat-32 leaves of a factor's digits: on GPUs that have it TensorFlow multiplies so. */
const TENSOR_FLOAT_32 = 2 ** -10

/** A side of matrices that a GPU multiplies as it multiplies large ones. */
const TRIED = 256

/** The most by which a computed x.y may be off, as a share of |x| |y|, by the vectors' length (Higham 2002, 3.1). */
export async function productError(length: number): Promise<number> {
  return length * 2 ** -24 + await lostDigits()
}

let tried: Promise<number> | undefined

/** What the device leaves of a factor's digits, tried once: nothing is lost where a fine number times 1 is itself. */
async function lostDigits(): Promise<number> {
  const tf = await loadedTensorFlow()
  if (!tf) return 0
  tried ??= (async () => {
    const fine = new Float32Array(TRIED ** 2).fill(1 + 2 ** -20)
    const identity = fine.map((_, i) => (i % (TRIED + 1) === 0 ? 1 : 0))
    const same = await byTensorFlow(tf, fine, identity, [TRIED, TRIED], [TRIED, TRIED], false)
    return same.every((value, i) => value === fine[i]) ? 0 : TENSOR_FLOAT_32
  })()
  return tried
}

/**
 * A B': the dot product of each row of `a` with each row of `b`, rows of a x rows of b.
 * @param width the length of a row of both
 */
export async function timesTransposed(a: Float32Array, b: Float32Array, width: number): Promise<Float32Array> {
  const tf = await loadedTensorFlow()
  if (tf) return byTensorFlow(tf, a, b, [a.length / width, width], [b.length / width, width], false)
  return rowDots(a, b, width)
}

/**
 * A' B: the sum over the rows of the products of their elements, columns of a x columns of b.
 * @param rows how many rows both have
 */
export async function transposedTimes(a: Float32Array, b: Float32Array, rows: number): Promise<Float32Array> {
  const tf = await loadedTensorFlow()
  if (tf) return byTensorFlow(tf, a, b, [rows, a.length / rows], [rows, b.length / rows], true)
  return rowDots(transposed(a, rows), transposed(b, rows), rows)
}

type TensorFlow = typeof import('@tensorflow/tfjs-core')

/** Imported when first asked for: who only wants to know which detectors there are need not load it. */
async function loadedTensorFlow(): Promise<TensorFlow | null> {
  const tf = await import('@tensorflow/tfjs-core')
  return tf.getBackend() ? tf : null
}

type Shape = [number, number]

/** A' B, or else A B'. */
async function byTensorFlow(
  tf: TensorFlow, a: Float32Array, b: Float32Array, shapeA: Shape, shapeB: Shape, first: boolean,
): Promise<Float32Array> {
  const product = tf.tidy(() => tf.matMul(tf.tensor2d(a, shapeA), tf.tensor2d(b, shapeB), first, !first))
  const values = await product.data<'float32'>()
  product.dispose()
  return values
}

/** Four rows of `b` at a time, so that each element of `a` that is read is used four times. */
function rowDots(a: Float32Array, b: Float32Array, width: number): Float32Array {
  const columns = b.length / width
  const products = new Float32Array((a.length / width) * columns)
  for (let i = 0, at = 0; i < a.length; i += width) {
    let j = 0
    for (; j + 4 * width <= b.length; j += 4 * width, at += 4) fourDots(a, i, b, j, width, products, at)
    for (; j < b.length; j += width) products[at++] = dot(a, i, b, j, width)
  }
  return products
}

function fourDots(
  a: Float32Array, i: number, b: Float32Array, j: number, width: number, out: Float32Array, at: number,
): void {
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  for (let t = 0, q = j; t < width; t++, q++) {
    const x = a[i + t]
    s0 += x * b[q]
    s1 += x * b[q + width]
    s2 += x * b[q + 2 * width]
    s3 += x * b[q + 3 * width]
  }
  out[at] = s0
  out[at + 1] = s1
  out[at + 2] = s2
  out[at + 3] = s3
}

function dot(a: Float32Array, i: number, b: Float32Array, j: number, width: number): number {
  let sum = 0
  for (let t = 0; t < width; t++) sum += a[i + t] * b[j + t]
  return sum
}

function transposed(matrix: Float32Array, rows: number): Float32Array {
  const columns = matrix.length / rows
  const turned = new Float32Array(matrix.length)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned[j * rows + i] = matrix[i * columns + j]
  }
  return turned
}
