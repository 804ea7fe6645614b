import { encodingOf, latentOf } from './detector.ts'
import { onceAView } from './onceAView.ts'

/** min_k ||m - mu_k||^2: from each image's posterior mean to the nearest of a member's prior means. */
export const squaredPriorDistance = onceAView((view) => {
  const { dimension, priorMeans } = latentOf(view)
  const means = encodingOf(view, 'means')
  const nearest = new Float64Array(means.length / dimension).fill(Infinity)
  for (const prior of priorMeans) keepNearer(nearest, means, prior)
  return nearest
})

function keepNearer(nearest: Float64Array, means: Float32Array, prior: number[]): void {
  for (let i = 0, at = 0; i < nearest.length; i++) {
    let squares = 0
    for (let j = 0; j < prior.length; j++, at++) squares += (means[at] - prior[j]) ** 2
    nearest[i] = Math.min(nearest[i], squares)
  }
}

/**
 * The KL divergence of each image's posterior to the nearest of a member's priors, in nats:
 * min_k KL( N(m, e^v) || N(mu_k, I) ) = 1/2 [ min_k ||m - mu_k||^2 + sum_d ( e^v - v - 1 ) ].
 */
export const posteriorDivergence = onceAView((view) => {
  const { dimension } = latentOf(view)
  const logVariances = encodingOf(view, 'logVariances')
  const divergence = squaredPriorDistance(view).slice()
  for (let i = 0, at = 0; i < divergence.length; i++) {
    for (let j = 0; j < dimension; j++, at++) divergence[i] += Math.expm1(logVariances[at]) - logVariances[at]
    divergence[i] /= 2
  }
  return divergence
})
