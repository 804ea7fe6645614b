import { squaredLengths } from '../../linear/rowBatches.ts'
import { type PrincipalComponents, principalComponents } from '../../linear/truncatedPca.ts'
import { stream } from '../../models/random.ts'
import type { Detector } from '../detector.ts'
import { pixelRows, scoreInBatches } from './pixelRows.ts'
import { type PackedPlane, packPlane, placesIn, type Plane, planeOf, unpackPlane } from './plane.ts'

const EXPLAINED = 0.95
const MOST_COMPONENTS = 100

/** What the directions of the known images cannot draw: the squared distance to the plane that they span. */
export const pcaReconstruction: Detector<PackedPlane> = {
  description: {
    id: 'pca-reconstruction',
    name: 'Reconstruction from principal components',
    sentence: `How badly the image is drawn from the principal components of the training images: as many as explain ${100 * EXPLAINED} % of their variance, at most ${MOST_COMPONENTS}.`,
    formula: "||x - mean - W W' (x - mean)||^2",
    source: 'Jackson and Mudholkar 1979, their statistic Q',
    reads: 'pixels',
    models: ['cl-vae', 'vae', 'cnn'],
    fewestClasses: 1,
  },
  encodings: [],
  multiplies: true,
  async fit({ pixels }, { train, seed }) {
    const random = stream(`seed-${seed}/pca-reconstruction`)
    const found = await principalComponents(pixelRows(pixels, train), MOST_COMPONENTS, random)
    return packPlane(planeOf(found.mean, found.axes.slice(0, enoughOf(found))))
  },
  score({ pixels }, fit) {
    const plane = unpackPlane(fit)
    return scoreInBatches(pixels, (batch) => squaredErrors(plane, batch))
  },
}

/** The fewest components that explain enough of the variance, or all there are. */
function enoughOf({ variances, totalVariance }: PrincipalComponents): number {
  let explained = 0
  const last = variances.findIndex((variance) => (explained += variance) >= EXPLAINED * totalVariance)
  return last < 0 ? variances.length : last + 1
}

/** By Pythagoras, as the axes are orthonormal: what lies along them is taken off the whole. */
async function squaredErrors(plane: Plane, images: Float32Array): Promise<Float64Array> {
  const { along, deviations } = await placesIn(plane, images)
  const width = plane.mean.length
  const drawn = squaredLengths(along, plane.axes.length / width)
  return squaredLengths(deviations, width).map((whole, i) => Math.max(0, whole - drawn[i]))
}
