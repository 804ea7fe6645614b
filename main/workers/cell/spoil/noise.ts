import { inRange, type Spoiler } from './spoil.ts'

/** Standard deviations of ImageNet-C's Gaussian noise. */
const deviations = [0.08, 0.12, 0.18, 0.26, 0.38]

/** Adds Gaussian noise to every value, and cuts what leaves [0, 1]. */
export const noise: Spoiler = (severity) => (image, _, random) =>
  image.map((value) => inRange(value + deviations[severity - 1] * random.normal()))
