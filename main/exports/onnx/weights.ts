import type { ParameterSlot } from '../../models/parameters.ts'

/** A weight array of a network, row by row in TensorFlow's order of sides. */
export interface WeightArray { shape: number[]; values: Float32Array }

/** The network's weight arrays by name, cut out of the flat vector. */
export function weightArrays(flat: Float32Array, slots: ParameterSlot[]): Record<string, WeightArray> {
  return Object.fromEntries(slots.map(({ name, shape, offset, size }) => {
    return [name, { shape, values: flat.subarray(offset, offset + size) }]
  }))
}

/**
 * The array with its sides in another order.
 * @param order of the result's sides: the side of the array that each is
 */
export function transposed({ shape, values }: WeightArray, order: number[]): WeightArray {
  const strides = shape.map((_, side) => shape.slice(side + 1).reduce((a, b) => a * b, 1))
  const to = order.map((side) => shape[side])
  const result = new Float32Array(values.length)
  const at = to.map(() => 0)
  for (let i = 0; i < result.length; i++) {
    result[i] = values[order.reduce((sum, side, place) => sum + at[place] * strides[side], 0)]
    for (let side = to.length - 1; side >= 0 && ++at[side] === to[side]; side--) at[side] = 0
  }
  return { shape: to, values: result }
}
