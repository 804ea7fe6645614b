import { describe, expect, it } from 'vitest'
import { countActiveDimensions, type HealthFigures, healthSentences } from '../../main/models/health.ts'

const well: HealthFigures = {
  accuracy: 0.98, divergence: 0.2, activeDimensions: 8, latent: 8, smallestAngle: 97, placedAngle: 97, saturated: 0,
}
const told = (changes: Partial<HealthFigures>) => healthSentences({ ...well, ...changes })

describe('a member’s health in words', () => {
  it('is good where nothing is wrong, and says by which figures', () => {
    expect(told({})).toEqual({
      healthy: true,
      sentences: ['Healthy: 98.0 % of the known validation images lie nearest to their own class, and 8 of 8 latent dimensions are in use.'],
    })
  })

  it.each([
    ['posterior collapse', { activeDimensions: 0 }, 'Posterior collapse'],
    ['overlapping classes', { accuracy: 0.61 }, 'Classes overlap: only 61.0 %'],
    ['means that drifted together', { smallestAngle: 20 }, 'drifted together: the smallest angle between two is 20.0 degrees, of 97.0'],
  ] as const)('names %s', (_, changes, sentence) => {
    const { healthy, sentences } = told(changes)
    expect(healthy).toBe(false)
    expect(sentences.join(' ')).toContain(sentence)
  })

  it('tells of a saturated divergence without calling it an illness', () => {
    const { healthy, sentences } = told({ saturated: 0.3 })
    expect(healthy).toBe(true)
    expect(sentences.join(' ')).toContain('saturates for 30.0 %')
  })

  it('works for one class, which has no accuracy and no angle', () => {
    expect(told({ accuracy: null, smallestAngle: null, placedAngle: null }).healthy).toBe(true)
  })
})

it('a dimension counts as active only where the means vary by more than 0.01', () => {
  expect(countActiveDimensions(Float32Array.of(0, 5, 1, 5.05, 0, 5, 1, 5.05), 2)).toBe(1)
})
