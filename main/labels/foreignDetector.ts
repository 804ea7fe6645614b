import { closeness } from '../detectors/centre.ts'
import { classDistances, leastOfRows } from '../detectors/classDistances.ts'
import { type Detector, encodingOf, type MemberView, meanOverMembers } from '../detectors/detector.ts'

/**
 * How far below the usual closeness to the centre may count: an image far out, beyond its class, is as far from the centre as
 * it is from the classes, and the one must not outweigh the other.
 */
const LEAST_CLOSENESS = -2

/** Median and spread of a number over the inliers; the spread is 1.4826 times the median absolute deviation. */
interface RobustStandard { median: number; spread: number }

/** By member, those of the three parts. */
type Fit = RobustStandard[][]

/**
 * Finds images of no class among the training images: far from every class, near to the empty centre, and badly drawn again,
 * since what is foreign to one data set shows in the latent space, to another in the reconstruction. Each part is measured
 * against the usual spread of the validation images by median and median absolute deviation, which a few foreign images
 * among those do not move.
 */
export const foreignDetector: Detector<Fit> = {
  description: {
    id: 'divergence-centre-and-reconstruction',
    name: 'Divergence, centre and reconstruction',
    sentence: 'Far from every class, near to the empty centre and badly drawn again, each against the usual spread.',
    formula: 'mean_m [ std( log(1 + min_k D_mk^2) ) + max( std( -||m_m|| / r ), -2 ) + std( log MSE_m ) ]',
    source: 'Lacuna; standardised by median and MAD (Hampel 1974) on validation inliers',
    reads: 'reconstruction',
    models: ['cl-vae'],
    fewestClasses: 2,
  },
  encodings: ['means', 'mse'],
  fit({ views }, { train, validation }) {
    const inliers = validation.length > 1 ? validation : train
    return views.map((view) => partsOf(view).map((values) => robustStandardOf(Float64Array.from(inliers, (i) => values[i]))))
  },
  score: ({ views }, fit) => meanOverMembers(views, (view, m) => {
    const [divergence, near, errors] = partsOf(view).map((values, p) => standardised(values, fit[m][p]))
    return divergence.map((value, i) => value + Math.max(near[i], LEAST_CLOSENESS) + errors[i])
  }),
}

const standardised = (values: Float64Array, { median, spread }: RobustStandard): Float64Array =>
  values.map((value) => (value - median) / spread)

function partsOf(view: MemberView): Float64Array[] {
  const [distances] = classDistances([view])
  const divergence = leastOfRows(distances, view.classes).map(Math.log1p)
  const errors = Float64Array.from(encodingOf(view, 'mse'), (error) => Math.log(error + Number.EPSILON))
  return [divergence, closeness(view), errors]
}

function robustStandardOf(values: Float64Array): RobustStandard {
  const median = medianOf(values)
  return { median, spread: 1.4826 * medianOf(values.map((value) => Math.abs(value - median))) || 1 }
}

const medianOf = (values: Float64Array): number => values.toSorted()[Math.floor(values.length / 2)]
