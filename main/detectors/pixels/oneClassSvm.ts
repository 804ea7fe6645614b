import { timesTransposed } from '../../linear/product.ts'
import { squaredLengths } from '../../linear/rowBatches.ts'
import { principalComponents } from '../../linear/truncatedPca.ts'
import { stream } from '../../models/random.ts'
import type { Detector } from '../detector.ts'
import { pack, type Packed, unpack } from '../packed.ts'
import { sampled } from '../sampled.ts'
import { fitOneClass } from './libsvm.ts'
import { pixelRows, scoreInBatches } from './pixelRows.ts'
import { type PackedPlane, packPlane, placesIn, planeOf, unpackPlane } from './plane.ts'

const COMPONENTS = 50
const MOST_IMAGES = 10_000
/** Share of the training images that may lie outside: of Deep SVDD's 0.01 and 0.1 (Ruff et al. 2018) the larger. */
const NU = 0.1

/** A plane, and the support vectors' places in it. */
interface SvmFit { plane: PackedPlane; svm: { supports: Packed; coefficients: number[]; rho: number; gamma: number } }

/** Outside of the region that most known images fill. */
export const oneClassSvm: Detector<SvmFit> = {
  description: {
    id: 'one-class-svm',
    name: 'One-class SVM',
    sentence: `How far outside of the region that ${100 - 100 * NU} % of the training images fill, in their first ${COMPONENTS} principal components; fitted on at most 10,000 of them, drawn by the seed.`,
    formula: `rho - sum_i a_i exp(-g ||z - z_i||^2), nu = ${NU}, g = 1 / (components x variance)`,
    source: "Schölkopf et al. 2001, fitted by libsvm; g is scikit-learn's 'scale'",
    reads: 'pixels',
    models: ['cl-vae', 'vae', 'cnn'],
    fewestClasses: 1,
  },
  encodings: [],
  multiplies: true,
  async fit({ pixels }, { train, seed }) {
    const name = `seed-${seed}/one-class-svm`
    const found = await principalComponents(pixelRows(pixels, train), COMPONENTS, stream(`${name}/components`))
    const plane = planeOf(found.mean, found.axes)
    const { along } = await placesIn(plane, pixels.read(sampled(train, MOST_IMAGES, `${name}/images`)))
    return { plane: packPlane(plane), svm: await fitSvm(along, plane.axes.length / pixels.size) }
  },
  score({ pixels }, { plane: packed, svm }) {
    const [plane, supports] = [unpackPlane(packed), unpack(svm.supports)]
    return scoreInBatches(pixels, async (batch) => outsideness((await placesIn(plane, batch)).along, supports, svm))
  },
}

/** @param places images x components, flat */
export async function fitSvm(places: Float32Array, components: number): Promise<SvmFit['svm']> {
  const sampleAt = (i: number) => places.subarray(i * components, (i + 1) * components)
  const samples = Array.from({ length: places.length / components }, (_, i) => sampleAt(i))
  const gamma = 1 / (components * (varianceOf(places) || 1))
  const { supports, coefficients, rho } = await fitOneClass(samples, NU, gamma)
  const vectors = new Float32Array(supports.length * components)
  supports.forEach((row, i) => vectors.set(samples[row], i * components))
  return { supports: pack(vectors), coefficients, rho, gamma }
}

/** Of all numbers together, divided by their count: NumPy's var. */
function varianceOf(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
}

/** Minus the decision value of each place. */
export async function outsideness(
  places: Float32Array, supports: Float32Array, { coefficients, rho, gamma }: Omit<SvmFit['svm'], 'supports'>,
): Promise<Float64Array> {
  const count = coefficients.length
  const components = supports.length / count
  const products = await timesTransposed(places, supports, components)
  const squares = squaredLengths(supports, components)
  return squaredLengths(places, components).map((square, i) => {
    let value = rho
    for (let s = 0; s < count; s++) {
      value -= coefficients[s] * Math.exp(-gamma * Math.max(0, square + squares[s] - 2 * products[i * count + s]))
    }
    return value
  })
}
