import { expect, test } from 'vitest'
import { safetensors } from '../../main/exports/safetensors.ts'

test('the header says where each array lies, and its numbers are there', () => {
  const arrays = [
    { name: 'a/kernel', shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) },
    { name: 'b', shape: [1], values: Float32Array.of(-0.5) },
  ]
  const file = safetensors(arrays, { detector: 'divergence' })
  const length = Number(new DataView(file.buffer).getBigUint64(0, true))
  expect(length % 8).toBe(0)
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)))
  expect(header.__metadata__).toEqual({ detector: 'divergence' })
  for (const { name, shape, values } of arrays) {
    const { dtype, shape: sides, data_offsets: [begin, end] } = header[name]
    expect({ dtype, sides }).toEqual({ dtype: 'F32', sides: shape })
    const bytes = file.slice(8 + length + begin, 8 + length + end)
    expect(new Float32Array(bytes.buffer)).toEqual(values)
  }
  expect(file).toHaveLength(8 + length + 28)
})
