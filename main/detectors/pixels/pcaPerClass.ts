import { dot } from '../../linear/orthonormal.ts'
import { timesTransposed } from '../../linear/product.ts'
import { momentsOf } from '../../linear/rowBatches.ts'
import { flat, principalComponents } from '../../linear/truncatedPca.ts'
import { stream } from '../../models/random.ts'
import type { Detector, FitImages, PixelReader } from '../detector.ts'
import { pack, type Packed, unpack } from '../packed.ts'
import { pixelRows, scoreInBatches } from './pixelRows.ts'
import { logLikelihood, noiseOf, type ProbabilisticPca } from './probabilisticPca.ts'

/** The latent dimension that the recommended members have; the paper's baseline takes its own members'. */
const COMPONENTS = 8

type PackedClass = Omit<ProbabilisticPca, 'mean' | 'axes'> & { mean: Packed; axes: Packed }

/** The paper's baseline without a network: a Gaussian in pixels for each class. */
export const pcaPerClass: Detector<PackedClass[]> = {
  description: {
    id: 'pca-per-class',
    name: 'Probabilistic PCA per class',
    sentence: `How improbable the image is under the most probable class, each class a Gaussian in pixels with ${COMPONENTS} principal components and noise.`,
    formula: "-max_k log N(x; mean_k, W_k (L_k - s_k I) W_k' + s_k I)",
    source: 'Tipping and Bishop 1999; the baseline of arXiv 2410.12328',
    reads: 'pixels',
    models: ['cl-vae', 'vae', 'cnn'],
    fewestClasses: 1,
  },
  encodings: [],
  multiplies: true,
  async fit({ pixels }, images) {
    const average = momentsOf(pixelRows(pixels, images.train)).totalVariance / pixels.size || 1
    const classes: PackedClass[] = []
    for (let k = 0; k < images.classes; k++) {
      const rows = images.train.filter((position) => images.classOf[position] === k)
      if (rows.length > 0) classes.push(await classOf(pixels, rows, stream(nameOf(images, k)), average))
    }
    return classes
  },
  score({ pixels }, fit) {
    const classes = fit.map((one) => ({ ...one, mean: unpack(one.mean), axes: unpack(one.axes) }))
    return scoreInBatches(pixels, (batch) => surprise(batch, classes))
  },
}

const nameOf = ({ seed }: FitImages, k: number): string => `seed-${seed}/pca-per-class/class-${k}`

async function classOf(
  pixels: PixelReader, positions: Uint32Array, random: ReturnType<typeof stream>, average: number,
): Promise<PackedClass> {
  const found = await principalComponents(pixelRows(pixels, positions), COMPONENTS, random)
  const noise = noiseOf(found, positions.length, pixels.size, average)
  return {
    mean: pack(Float32Array.from(found.mean)), axes: pack(flat(found.axes, pixels.size)),
    variances: Array.from(found.variances, (variance) => Math.max(variance, noise)), noise,
  }
}

/** Minus the largest log-likelihood of each image. All axes of all classes are multiplied at once. */
async function surprise(images: Float32Array, classes: ProbabilisticPca[]): Promise<Float64Array> {
  const width = classes[0].mean.length
  const axes = Float32Array.from(classes.flatMap((one) => [...one.axes]))
  const along = axes.length ? await timesTransposed(images, axes, width) : new Float32Array(0)
  const largest = new Float64Array(images.length / width).fill(-Infinity)
  let first = 0
  for (const one of classes) {
    const [count, start] = [one.variances.length, first]
    const placeOf = (i: number) => along.subarray(i * (axes.length / width) + start).subarray(0, count)
    likelihoods(one, images, placeOf).forEach((value, i) => { largest[i] = Math.max(largest[i], value) })
    first += count
  }
  return largest.map((value) => -value)
}

/** Each image's log-likelihood under one class. @param placeOf the product of the i-th image with each of its axes */
function likelihoods(one: ProbabilisticPca, images: Float32Array, placeOf: (i: number) => Float32Array): Float64Array {
  const { mean, axes, variances } = one
  const width = mean.length
  const origin = variances.map((_, c) => dot(mean, axes.subarray(c * width, (c + 1) * width)))
  const deviation = new Float64Array(width)
  return new Float64Array(images.length / width).map((_, i) => {
    for (let t = 0; t < width; t++) deviation[t] = images[i * width + t] - mean[t]
    return logLikelihood(one, deviation, placeOf(i).map((value, c) => value - origin[c]))
  })
}
