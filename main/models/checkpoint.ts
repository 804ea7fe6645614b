/** One point of a member's curves: means over the epoch's images. */
export interface EpochPoint {
  epoch: number; step: number; loss: number; reconstruction: number | null; divergence: number | null
  validationLoss: number | null; learningRate: number; seconds: number
}

/** Where a run stands between two steps. Everything random is derived from the epoch and the step, so this is all. */
export interface Checkpoint {
  /** Epochs and steps done; `stepInEpoch` of them belong to the epoch now running. */
  epoch: number; step: number; stepInEpoch: number
  seconds: number
  curve: EpochPoint[]
  /** The least validation loss so far, its epoch, and how many epochs since brought nothing better. */
  best: { loss: number | null; epoch: number; since: number }
  parameters: Float32Array; first: Float32Array; second: Float32Array; bestParameters: Float32Array
  /** The running epoch's sums of total, reconstruction and divergence. */
  sums: Float32Array
}

const MAGIC = 'LACUNA-CHECKPOINT-1'
const ARRAYS = ['parameters', 'first', 'second', 'bestParameters', 'sums'] as const

/** A checkpoint as bytes: a line that names the format, a line of JSON, and the arrays as little-endian floats. */
export function checkpointBytes(checkpoint: Checkpoint): Uint8Array {
  const { parameters, first, second, bestParameters, sums, ...counters } = checkpoint
  const lengths = ARRAYS.map((name) => checkpoint[name].length)
  const head = Buffer.from(`${MAGIC}\n${JSON.stringify({ ...counters, lengths })}\n`)
  const arrays = [parameters, first, second, bestParameters, sums]
  return Buffer.concat([head, ...arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))])
}

/**
 * Reads what `checkpointBytes` made.
 * @throws Error where the bytes are no checkpoint, or are cut off
 */
export function readCheckpoint(bytes: Uint8Array): Checkpoint {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = buffer.indexOf('\n')
  const second = buffer.indexOf('\n', first + 1)
  if (buffer.toString('utf8', 0, Math.max(0, first)) !== MAGIC || second < 0) throw new Error('This is no checkpoint of a member.')
  const { lengths, ...counters } = JSON.parse(buffer.toString('utf8', first + 1, second))
  return { ...counters, ...readArrays(buffer.subarray(second + 1), lengths) }
}

function readArrays(body: Buffer, lengths: number[]): Pick<Checkpoint, (typeof ARRAYS)[number]> {
  const expected = 4 * lengths.reduce((sum, length) => sum + length, 0)
  if (body.length !== expected) throw new Error(`The checkpoint is cut off: ${body.length} bytes where ${expected} belong.`)
  let offset = 0
  const arrays = lengths.map((length) => {
    offset += 4 * length
    return new Float32Array(Uint8Array.from(body.subarray(offset - 4 * length, offset)).buffer)
  })
  return Object.fromEntries(ARRAYS.map((name, i) => [name, arrays[i]])) as ReturnType<typeof readArrays>
}
