import { expect, it, vi } from 'vitest'
import { fitOneClass } from '../../../main/detectors/pixels/libsvm.ts'
import { fitSvm } from '../../../main/detectors/pixels/oneClassSvm.ts'
import { stream } from '../../../main/models/random.ts'

const samples = Array.from({ length: 200 }, (_, i) => stream(`svm-${i}`).normals(3))

it('the library is loaded and used without a word, and leaves the process as it was', async () => {
  const spies = (['log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name))
  const write = vi.spyOn(process.stdout, 'write')
  const listeners = process.listeners('unhandledRejection')
  await fitOneClass(samples, 0.1, 0.5)
  for (const spy of [...spies, write]) expect(spy).not.toHaveBeenCalled()
  expect(process.listeners('unhandledRejection')).toEqual(listeners)
  vi.restoreAllMocks()
})

it('the coefficients sum to nu n, none above 1; at most a share of nu lies outside, and no fewer are support vectors', async () => {
  const { supports, coefficients, rho } = await fitOneClass(samples, 0.2, 0.5)
  expect(supports).toHaveLength(coefficients.length)
  expect(coefficients.reduce((a, b) => a + b)).toBeCloseTo(0.2 * 200, 6)
  expect(Math.max(...coefficients)).toBeLessThanOrEqual(1)
  const value = (x: Float32Array) => supports.reduce((sum, row, s) =>
    sum + coefficients[s] * Math.exp(-0.5 * x.reduce((d, v, t) => d + (v - samples[row][t]) ** 2, 0)), -rho)
  const outside = samples.filter((x) => value(x) < -1e-3).length / 200
  expect(outside).toBeGreaterThan(0.05)
  expect(outside).toBeLessThanOrEqual(0.2)
  expect(supports.length / 200).toBeGreaterThanOrEqual(0.2)
})

it('images that are all alike have an SVM too', async () => {
  const { rho, gamma } = await fitSvm(new Float32Array(40), 1)
  expect(gamma).toBe(1)
  expect(Number.isFinite(rho)).toBe(true)
})
