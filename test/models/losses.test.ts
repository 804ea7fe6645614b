import * as tf from '@tensorflow/tfjs-core'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'
import { classCrossEntropy, crossEntropy, divergence, divergenceAsCoded, repulsion } from '../../main/models/losses.ts'

beforeAll(async () => void await loadTensorFlow())

const number = fc.double({ min: -3, max: 3, noNaN: true })
const vector = fc.array(number, { minLength: 3, maxLength: 3 })

describe('the divergence', () => {
  it('is the KL between two diagonal Gaussians in closed form', () => {
    fc.assert(fc.property(vector, vector, vector, (m, v, mu) => {
      const posterior = { mean: tf.tensor2d([m]), logVariance: tf.tensor2d([v]) }
      const [kl] = divergence(posterior, tf.tensor2d([mu])).dataSync()
      // log(1 / sd) + (sd^2 + (m - mu)^2) / 2 - 1/2, the textbook form, summed over the dimensions
      const closed = m.reduce((sum, mean, i) => {
        const sd = Math.exp(v[i] / 2)
        return sum - Math.log(sd) + (sd ** 2 + (mean - mu[i]) ** 2) / 2 - 0.5
      }, 0)
      expect(kl).toBeCloseTo(closed, 3)
    }), { seed: 2, numRuns: 50 })
  })

  it('is 0 only where the posterior is the prior', () => {
    const mean = tf.tensor2d([[1, -2]])
    expect(divergence({ mean, logVariance: tf.zeros([1, 2]) }, mean).dataSync()[0]).toBe(0)
  })

  it('as coded takes the sample for the mean and the mean over the dimensions', () => {
    const posterior = { mean: tf.tensor2d([[9, 9]]), logVariance: tf.tensor2d([[0, 0]]) }
    const [value] = divergenceAsCoded(posterior, tf.tensor2d([[3, 1]]), tf.tensor2d([[0, 0]])).dataSync()
    expect(value).toBeCloseTo((9 + 1) / 2 / 2, 6)
  })
})

describe('cross-entropy from logits', () => {
  it('is that of the sigmoid, also far out where the sigmoid is 0 or 1', () => {
    const logits = [-80, -2, 0, 3, 80]
    const targets = [0, 0.25, 1, 0.5, 1]
    const values = crossEntropy(tf.tensor1d(logits), tf.tensor1d(targets)).dataSync()
    logits.forEach((l, i) => expect(values[i]).toBeCloseTo(Math.max(l, 0) - l * targets[i] + Math.log1p(Math.exp(-Math.abs(l))), 5))
  })
})

it('class cross-entropy is log K where all means are equally near', () => {
  const means = tf.tensor2d([[1, 0], [-1, 0]])
  const [value] = classCrossEntropy(tf.tensor2d([[0, 5]]), means, tf.tensor2d([[1, 0]])).dataSync()
  expect(value).toBeCloseTo(Math.log(2), 5)
})

it('repulsion falls as means move apart on the sphere', () => {
  const energy = (degrees: number) => {
    const a = degrees * Math.PI / 180
    return repulsion(tf.tensor2d([[3, 0], [3 * Math.cos(a), 3 * Math.sin(a)]]), 3).dataSync()[0]
  }
  expect(energy(30)).toBeGreaterThan(energy(60))
  expect(energy(60)).toBeGreaterThan(energy(180))
})
