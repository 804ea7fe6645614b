import { describe, expect, it } from 'vitest'
import { type Checkpoint, checkpointBytes, readCheckpoint } from '../../main/models/checkpoint.ts'

const made: Checkpoint = {
  epoch: 2, step: 31, stepInEpoch: 7, seconds: 1.5, best: { loss: 0.25, epoch: 1, since: 1 },
  curve: [{ epoch: 1, step: 12, loss: 0.1, reconstruction: 0.3, divergence: 2, validationLoss: null, learningRate: 1e-3, seconds: 1 }],
  parameters: Float32Array.of(1.5, -2, 1e-30), first: Float32Array.of(0, 1, 2), second: Float32Array.of(3, 4, 5),
  bestParameters: Float32Array.of(6, 7, 8), sums: Float32Array.of(9, 10, 11),
}

describe('a checkpoint', () => {
  it('comes back from its bytes as it was, to the last bit', () => {
    expect(readCheckpoint(checkpointBytes(made))).toEqual(made)
  })

  it('that is cut off is refused', () => {
    expect(() => readCheckpoint(checkpointBytes(made).subarray(0, -3))).toThrow('cut off')
  })

  it('is told from any other file', () => {
    expect(() => readCheckpoint(Buffer.from('hello'))).toThrow('no checkpoint')
  })
})
