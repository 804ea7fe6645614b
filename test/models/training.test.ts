import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'
import { checkpointBytes, readCheckpoint } from '../../main/models/checkpoint.ts'
import { finalParameters, trainMember } from '../../main/models/training.ts'
import { tinyRun, watching } from './tinyRun.ts'

beforeAll(async () => void await loadTensorFlow())

describe('training a member', () => {
  it('lowers the loss', async () => {
    const { checkpoint } = await trainMember(tinyRun({ epochs: 30 }), watching(), null)
    expect(checkpoint.curve.at(-1)?.loss).toBeLessThan(0.5 * checkpoint.curve[0].loss)
    expect(checkpoint.curve).toHaveLength(30)
  })

  it('gives the same parameters for the same name, and others for another', async () => {
    const parameters = async (member: string) => (await trainMember(tinyRun({}, member), watching(), null)).checkpoint.parameters
    expect(await parameters('a')).toEqual(await parameters('a'))
    expect(await parameters('a')).not.toEqual(await parameters('b'))
  })

  it.each([1, 3, 5, 7, 12])('ended after %i steps and resumed from the bytes of its checkpoint, gives identical weights and curves', async (steps) => {
    const whole = await trainMember(tinyRun(), watching(), null)
    const watch = watching(steps)
    const first = await trainMember(tinyRun(), watch, null)
    const bytes = checkpointBytes(watch.saved.at(-1) ?? first.checkpoint)
    const rest = await trainMember(tinyRun(), watching(), readCheckpoint(bytes))
    expect(rest.checkpoint.parameters).toEqual(whole.checkpoint.parameters)
    expect(rest.checkpoint.bestParameters).toEqual(whole.checkpoint.bestParameters)
    expect(rest.checkpoint.curve.map((point) => point.loss)).toEqual(whole.checkpoint.curve.map((point) => point.loss))
  })

  it('stops when the validation loss has not improved for `patience` epochs, and keeps the best weights', async () => {
    const run = tinyRun({ epochs: 200, patience: 2, learningRate: 0.05, schedule: 'constant' })
    const { checkpoint, finished } = await trainMember(run, watching(), null)
    const losses = checkpoint.curve.map((point) => point.validationLoss ?? NaN)
    expect(finished).toBe(true)
    expect(losses.length).toBeLessThan(200)
    expect(losses.indexOf(Math.min(...losses))).toBe(losses.length - 3)
    expect(finalParameters(run.plan, checkpoint)).toBe(checkpoint.bestParameters)
  })

  it('takes at least the least steps', async () => {
    const { checkpoint } = await trainMember(tinyRun({ epochs: 1, leastSteps: 20 }), watching(), null)
    expect(checkpoint.step).toBeGreaterThanOrEqual(20)
  })

  it('says when the loss is no number any more', async () => {
    const run = tinyRun({ learningRate: 1e30, schedule: 'constant' })
    await expect(trainMember(run, watching(), null)).rejects.toThrow('no number any more')
  })

  it('leaves no tensor behind', async () => {
    await trainMember(tinyRun(), watching(), null)
    const before = tf.memory().numTensors
    await trainMember(tinyRun(), watching(), null)
    expect(tf.memory().numTensors).toBe(before)
  })
})
