import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'
import { architectureFor } from '../../main/models/architecture.ts'
import type { Objective } from '../../main/models/losses.ts'
import { batchLosses, firstParameters, classLatentVae } from '../../main/models/memberModel.ts'
import { stream } from '../../main/models/random.ts'
import { placeMeans } from '../../main/models/sphere.ts'

beforeAll(async () => void await loadTensorFlow())

const objective: Objective = { kind: 'paper', alpha: 1 / 6, radius: 3, means: 'fixed', classWeight: 0 }

function small(changes: Partial<Objective>, channels = 1) {
  const network = architectureFor('auto', { height: 11, width: 9, channels }, 6, 3)
  const model = classLatentVae(network, { ...objective, ...changes }, placeMeans(4, 3, 3))
  const random = stream('batch')
  const images = tf.tensor4d(Float32Array.from({ length: 5 * 99 * channels }, () => random.uniform()), [5, 11, 9, channels])
  const oneHot = tf.tensor2d([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0]])
  return { model, batch: { images, oneHot, noise: tf.tensor2d(random.normals(15), [5, 3]) } }
}

/** A direction along which the loss moves: half the gradient's, half a random one, each of length 1. */
function directionNear(gradient: Float32Array, k: number): Float32Array {
  const random = stream(`direction-${k}`).normals(gradient.length)
  const [g, r] = [gradient, random].map((vector) => Math.hypot(...vector))
  return gradient.map((value, i) => value / g + random[i] / r)
}

const cases: [string, Partial<Objective>, number][] = [
  ['the paper', {}, 1],
  ['as coded, three channels', { kind: 'as-coded' }, 3],
  ['recommended with a class weight', { kind: 'recommended', classWeight: 2 }, 1],
  ['learned means', { means: 'learned', classWeight: 1 }, 1],
]

describe('the gradient over the flat parameters', () => {
  it.each(cases)('of %s agrees with finite differences', (_, changes, channels) => {
    const { model, batch } = small(changes, channels)
    const start = firstParameters(model, 'member')
    const loss = (flat: tf.Tensor) => batchLosses(model, flat as tf.Tensor1D, batch).total
    const gradient = tf.grad(loss)(tf.tensor1d(start)).dataSync()
    for (let k = 0; k < 3; k++) {
      const direction = directionNear(gradient as Float32Array, k)
      const at = (h: number) => loss(tf.tensor1d(start.map((value, i) => value + h * direction[i]))).dataSync()[0]
      const slope = direction.reduce((sum, d, i) => sum + d * gradient[i], 0)
      expect((at(1e-3) - at(-1e-3)) / 2e-3 / slope).toBeCloseTo(1, 1.5)
    }
  })
})

describe('the first parameters', () => {
  it('are the same for one name, others for another, and end with the means where those are learned', () => {
    const { model } = small({ means: 'learned' })
    const first = firstParameters(model, 'a')
    expect(firstParameters(model, 'a')).toEqual(first)
    expect(firstParameters(model, 'b')).not.toEqual(first)
    expect(first.subarray(-12)).toEqual(Float32Array.from(model.means.flat()))
  })
})
