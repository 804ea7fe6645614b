import { expect, test } from 'vitest'
import { PixelBudget } from '../../main/datasets/pixelBudget.ts'

test('huge images are decoded one after the other, and all of them in the end', async () => {
  const budget = new PixelBudget()
  const [running, most] = [new Set<number>(), { pixels: 0 }]
  const decoded: number[] = []
  const decode = (pixels: number, i: number) =>
    budget.use(pixels, async () => {
      running.add(i)
      most.pixels = Math.max(
        most.pixels,
        [...running].reduce((sum, other) => sum + sizes[other], 0),
      )
      await new Promise((resolve) => setTimeout(resolve, 2))
      running.delete(i)
      decoded.push(i)
    })
  const sizes = [100e6, 30e6, 30e6, 30e6, 100e6, 10, 10]
  await Promise.all(sizes.map(decode))
  expect(most.pixels).toBeLessThan(101e6)
  expect(decoded.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('work that fails makes room for the next', async () => {
  const budget = new PixelBudget()
  await expect(budget.use(90e6, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await budget.use(90e6, async () => 'next')).toBe('next')
})
