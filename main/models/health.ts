/** What is measured of a trained member. Angles in degrees; shares and accuracy from 0 to 1. */
export interface HealthFigures {
  /** Known-class accuracy by the nearest class Gaussian on validation images; null where there is but one class. */
  accuracy: number | null
  /** Mean KL of the training images' posteriors to their prior, in nats; null for a classifier. */
  divergence: number | null
  /** Latent dimensions whose posterior means vary by more than 0.01 over the images (Burda et al. 2016); null for a classifier. */
  activeDimensions: number | null
  latent: number
  /** Smallest angle between two prior means, and that of the placement they started from; null for one class. */
  smallestAngle: number | null
  placedAngle: number | null
  /** Share of validation images whose 1 - exp(-D^2/2) is 1 in double precision. */
  saturated: number
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const overlapping = (f: HealthFigures, accuracy: number): string => f.divergence === null
  ? `Classes overlap: only ${percent(accuracy)} of the known validation images are taken for their own class.`
  : `Classes overlap: only ${percent(accuracy)} of the known validation images lie nearest to their own class.`

/** Each way to fail (paper.md), with the sentence that says so. */
const failures: ((f: HealthFigures) => string | null)[] = [
  (f) => f.activeDimensions === 0
    ? 'Posterior collapse: no latent dimension tells images apart. Give the reconstruction more weight (a larger alpha).' : null,
  (f) => f.activeDimensions !== null && f.activeDimensions > 0 && f.activeDimensions < Math.min(2, f.latent)
    ? `Only ${f.activeDimensions} of ${f.latent} latent dimensions are used.` : null,
  (f) => f.accuracy !== null && f.accuracy < 0.9
    ? `${overlapping(f, f.accuracy)} Train longer${f.divergence === null ? '' : ', or give the divergence more weight (a smaller alpha)'}.` : null,
  (f) => f.smallestAngle !== null && f.placedAngle !== null && f.smallestAngle < f.placedAngle / 2
    ? `Class means drifted together: the smallest angle between two is ${f.smallestAngle.toFixed(1)} degrees, of ${f.placedAngle.toFixed(1)} at the start.` : null,
  (f) => f.saturated > 0.01
    ? `The paper's divergence saturates for ${percent(f.saturated)} of the validation images; the ranking is computed in the log domain and is not affected.` : null,
]

/** The member's health in words. A saturated divergence is told, but is no illness. */
export function healthSentences(figures: HealthFigures): { healthy: boolean; sentences: string[] } {
  const found = failures.map((failure) => failure(figures))
  const sentences = found.filter((sentence) => sentence !== null)
  const healthy = found.slice(0, -1).every((sentence) => sentence === null)
  return { healthy, sentences: healthy ? [wellSentence(figures), ...sentences] : sentences }
}

function wellSentence({ accuracy, activeDimensions, latent }: HealthFigures): string {
  if (activeDimensions === null) return `Healthy: ${percent(accuracy ?? 1)} of the known validation images are taken for their own class.`
  const used = `${activeDimensions} of ${latent} latent dimensions are in use`
  if (accuracy === null) return `Healthy: ${used}.`
  return `Healthy: ${percent(accuracy)} of the known validation images lie nearest to their own class, and ${used}.`
}

/** How many latent dimensions vary by more than 0.01 over the images (rows x d). */
export function countActiveDimensions(means: Float32Array, dimension: number): number {
  const rows = means.length / dimension
  let active = 0
  for (let d = 0; d < dimension; d++) {
    let sum = 0
    let squares = 0
    for (let i = d; i < means.length; i += dimension) {
      sum += means[i]
      squares += means[i] ** 2
    }
    if (squares / rows - (sum / rows) ** 2 > 0.01) active++
  }
  return active
}
