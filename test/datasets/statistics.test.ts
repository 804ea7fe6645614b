import { expect, test } from 'vitest'
import { StatisticsSurvey, appearance } from '../../main/datasets/statistics.ts'

test('brightness and contrast are mean and standard deviation', () => {
  expect(appearance(Uint8Array.from([0, 0, 200, 200]), 1)).toEqual({
    mean: 100,
    deviation: 100,
    inColour: false,
  })
  expect(appearance(Uint8Array.from([10, 10, 10, 12, 11, 10]), 3).inColour).toBe(false)
  expect(appearance(Uint8Array.from([10, 10, 10, 40, 11, 10]), 3).inColour).toBe(true)
})

test('a set is described by its middle nine tenths', () => {
  const survey = new StatisticsSurvey()
  for (let i = 1; i <= 100; i += 1) {
    survey.add({ width: 2 * i, height: i }, { mean: i, deviation: 50, inColour: i <= 25 })
  }
  const { images, longSide, proportion, brightness, inColour, meanBrightness } = survey.finish()
  expect([images, longSide, inColour]).toEqual([100, { low: 10, median: 100, high: 190 }, 0.25])
  expect(proportion.median).toBeCloseTo(2, 1)
  expect(brightness.median).toBeCloseTo(50 / 255, 3)
  expect(meanBrightness).toBeCloseTo(50.5 / 255, 3)
})
