import { eigenDecomposition } from '../../linear/eigen.ts'
import { sampleOf } from '../covariance.ts'
import { type Detector, encodingOf, type MemberView } from '../detector.ts'
import { logSumExp } from '../softmax.ts'
import { type MemberFit, overMembers, STANDARDISED } from '../overMembers.ts'
import { largestOf, overRows, rowsOf } from '../rows.ts'

/** The directions in which the training features hardly vary, and what turns a length in them into a logit. */
interface Residual {
  /** w numbers. */
  origin: number[]
  /** Of length 1 and at right angles to each other; (w - D) x w. */
  axes: number[][]
  alpha: number
}

/** No residual of the training features counts as shorter than this share of their length: alpha stays finite. */
const SHORTEST = 1e-6

/**
 * Dimension D of the principal subspace of w features: as in the authors' code 1000 from 2048 features on and 512 below,
 * but half of them where there are fewer than 768, since 512 would leave nothing or little over.
 */
export const principalDimension = (width: number): number =>
  width >= 2048 ? 1000 : width >= 768 ? 512 : Math.floor(width / 2)

/** A class of its own for what the known classes' features do not reach. */
export const virtualLogit: Detector<MemberFit<Residual>[]> = {
  description: {
    id: 'vim',
    name: 'Virtual-logit matching (ViM)',
    sentence: 'How large that part of the features is which the known images hardly have, beside the classifier’s logits.',
    formula: 'mean_m std( alpha ||N^T (f - o)|| - log sum_k exp(l_k) ), N all but the first D principal directions',
    source: 'Wang et al. 2022, arXiv 2203.10807, as the log-odds of the virtual class; with another origin, see the notes',
    notes: 'The origin o is the mean of the training features, where the paper has -(W^T)^+ b of the last layer. '
      + 'D is 1000 from 2048 features on, 512 from 768 on, else half of them. '
      + `By alpha the training images’ mean virtual logit is their mean largest logit. ${STANDARDISED}`,
    reads: 'features',
    models: ['cnn'],
    fewestClasses: 2,
  },
  encodings: ['features', 'logits'],
  ...overMembers<Residual>({
    learn(view, { train }, count) {
      const features = encodingOf(view, 'features')
      const space = residualSpace(features, features.length / count, train)
      return { ...space, alpha: alphaOf(view, space, train) }
    },
    score(view, residual) {
      const lengths = residualLengths(encodingOf(view, 'features'), residual)
      const energies = overRows(encodingOf(view, 'logits'), view.classes, logSumExp)
      return lengths.map((length, i) => residual.alpha * length - energies[i])
    },
  }),
}

function residualSpace(features: Float32Array, width: number, train: Uint32Array): Omit<Residual, 'alpha'> {
  const { mean, scatter } = sampleOf(features, width, train)
  const { vectors } = eigenDecomposition(scatter, width)
  return { origin: [...mean], axes: vectors.slice(principalDimension(width)).map((axis) => [...axis]) }
}

/** ||N^T (f - o)|| of each image, N the axes. */
function residualLengths(features: Float32Array, { origin, axes }: Omit<Residual, 'alpha'>): Float64Array {
  return overRows(features, origin.length, (row) => Math.hypot(...axes.map((axis) =>
    axis.reduce((product, weight, i) => product + weight * (row[i] - origin[i]), 0))))
}

/** The training images' mean largest logit over their mean residual. */
function alphaOf(view: MemberView, space: Omit<Residual, 'alpha'>, train: Uint32Array): number {
  const features = rowsOf(encodingOf(view, 'features'), space.origin.length, train)
  const logits = rowsOf(encodingOf(view, 'logits'), view.classes, train)
  const lengths = overRows(features, space.origin.length, (row) => Math.hypot(...row.map((x, i) => x - space.origin[i])))
  const residuals = sum(residualLengths(features, space))
  return sum(overRows(logits, view.classes, largestOf)) / (Math.max(residuals, SHORTEST * sum(lengths)) || 1)
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
