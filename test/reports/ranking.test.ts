import { describe, expect, test } from 'vitest'
import { countImages } from '../../main/reports/counts.ts'
import { rankByScore, rankedImages } from '../../main/reports/ranking.ts'
import { madeInput } from './madeReport.ts'

describe('a ranking', () => {
  test('begins with the highest score and keeps the order of equal ones', () => {
    expect([...rankByScore(Float32Array.of(1, 3, 2, 3, 0))]).toEqual([1, 3, 2, 0, 4])
  })

  test('puts what is not a number last', () => {
    expect([...rankByScore(Float32Array.of(Number.NaN, -5, 2))]).toEqual([2, 1, 0])
  })

  test('names every image once, with its role and whether it is above the threshold', () => {
    const input = madeInput({ heldOut: [8] })
    const images = [...rankedImages(input)]
    expect(new Set(images.map(({ path }) => path)).size).toBe(input.paths.length)
    expect(images.every(({ score, flagged }) => flagged === score > input.threshold)).toBe(true)
    expect(images.filter(({ role }) => role === 'held-out').every(({ label }) => label === 'Bag')).toBe(true)
    expect(images.map(({ rank }) => rank)).toEqual(images.map((_, i) => i + 1))
  })

  test('calls a class that is neither known nor held out left out', () => {
    const input = madeInput({ heldOut: [8] })
    input.known = input.known.filter((label) => label !== 2)
    const roles = new Set(
      [...rankedImages(input)].filter(({ label }) => label === 'Pullover').map(({ role }) => role),
    )
    expect(roles).toEqual(new Set(['left out']))
  })
})

describe('counts', () => {
  test('add up: over roles and over classes there are as many images as in all', () => {
    const input = madeInput()
    const counts = countImages(input)
    const sum = (parts: { images: number; flagged: number }[]) =>
      parts.reduce((all, { images, flagged }) => [all[0] + images, all[1] + flagged], [0, 0])
    expect(sum(Object.values(counts.roles))).toEqual([counts.images, counts.flagged])
    expect(sum(counts.classes)).toEqual([counts.images, counts.flagged])
    expect(sum(counts.classes.map(({ test: part }) => part))).toEqual([
      counts.test.images,
      counts.test.flagged,
    ])
  })

  test('put unlabelled images last, as a class without a name', () => {
    const input = madeInput()
    input.labels.fill(-1, 0, 5)
    expect(countImages(input).classes.at(-1)).toMatchObject({ name: null, role: 'unlabelled', images: 5 })
  })
})
