import { expect, test } from 'vitest'
import { Emphasis } from '../../../renderer/charts/latent/emphasis.ts'
import { sharesOf } from '../../../renderer/charts/latent/pointBuffers.ts'
import { pointEmphasis } from '../../../renderer/results/pointEmphasis.ts'

// Roles: known, held out, left out, no label.
const role = Uint8Array.of(1, 0, 3, 2, 0, 1)

const six = Uint32Array.of(0, 1, 2, 3, 4, 5)
const rolesIn = (order: Uint32Array) => Array.from(order, (i) => role[i])

test('without a selection all that are shown are drawn alike, the anomalies last', () => {
  const { strengths, order, layers } = pointEmphasis(role, six.subarray(0, 5), null)
  expect(rolesIn(order)).toEqual([2, 0, 0, 3, 1])
  expect(order.toSorted()).toEqual(six.subarray(0, 5))
  expect(layers.map(({ from, count, dimmed }) => [from, count, dimmed])).toEqual(
    [[0, 1, false], [1, 2, false], [3, 1, false], [4, 1, false]],
  )
  expect(strengths[5]).toBe(Emphasis.hidden)
  expect([...strengths.subarray(0, 5)].every((one) => one === Emphasis.normal)).toBe(true)
})

test('what is selected is drawn over what is not, which comes first and faintly', () => {
  const chosen = new Set([1, 3, 5])
  const { strengths, order, layers } = pointEmphasis(role, six, (i) => chosen.has(i))
  expect([...order]).toEqual([4, 2, 0, 3, 1, 5])
  expect(layers.map(({ count, dimmed }) => [count, dimmed])).toEqual(
    [[1, true], [1, true], [1, true], [1, false], [1, false], [1, false]],
  )
  expect([...strengths]).toEqual([0, 1, 2, 3, 4, 5].map((i) => (chosen.has(i) ? Emphasis.selected : Emphasis.dim)))
})

test('the first images of a layer are mixed: of images that lie in order, each part is among them', () => {
  const count = 10_000
  const all = Uint32Array.from({ length: count }, (_, i) => i)
  const { order } = pointEmphasis(new Uint8Array(count), all, null)
  expect(order.toSorted()).toEqual(all)
  const first = order.subarray(0, 1000)
  for (let tenth = 0; tenth < 10; tenth++)
    expect(Math.abs(first.filter((i) => Math.floor(i / 1000) === tenth).length - 100)).toBeLessThan(20)
})

test('while fewer points are drawn, what is selected is drawn as long as there is room', () => {
  const layers = [{ from: 0, count: 900, dimmed: true }, { from: 900, count: 100, dimmed: false }]
  expect(sharesOf(layers, 1)).toEqual({ dimmed: 1, plain: 1 })
  expect(sharesOf(layers, 0.55)).toEqual({ dimmed: 0.5, plain: 1 })
  const few = sharesOf(layers, 0.05)
  expect(few.plain).toBeCloseTo(0.5)
  expect(few.dimmed).toBeGreaterThan(0)
})
