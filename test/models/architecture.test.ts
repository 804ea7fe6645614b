import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { architectureFor, mapSizes } from '../../main/models/architecture.ts'
import { countParameters, parameterSlots } from '../../main/models/parameters.ts'

const shape = (height: number, width: number, channels: number) => ({ height, width, channels })

describe('the paper’s architectures', () => {
  it.each([
    ['mnist', shape(28, 28, 1), 2, 134_165],
    ['fashion-mnist', shape(28, 28, 1), 3, 146_295],
    ['cifar-10', shape(32, 32, 3), 3, 1_413_497],
  ] as const)('%s has its published number of parameters', (name, image, latent, parameters) => {
    expect(countParameters(parameterSlots(architectureFor(name, image, 16, latent)))).toBe(parameters)
  })
})

describe('an architecture chosen by size', () => {
  it('halves the image until its map is at most 8 x 8, with filters from 32 doubling to 256', () => {
    fc.assert(fc.property(fc.integer({ min: 16, max: 256 }), fc.integer({ min: 16, max: 256 }), (height, width) => {
      const network = architectureFor('auto', shape(height, width, 3), 16, 4)
      const [lastHeight, lastWidth] = mapSizes(network)[network.stages.length]
      expect(Math.max(lastHeight, lastWidth)).toBeLessThanOrEqual(8)
      expect(Math.max(lastHeight, lastWidth)).toBeGreaterThan(4)
      network.stages.forEach((stage, i) => expect(stage.filters).toBe(Math.min(256, 32 * 2 ** i)))
    }), { seed: 1 })
  })

  it('refuses an image smaller than 8 pixels in a sentence', () => {
    expect(() => architectureFor('auto', shape(6, 20, 1), 16, 2)).toThrow('at least 8 x 8 pixels, got 6 x 20')
  })
})

describe('parameter slots', () => {
  it('lie one behind the other without a gap', () => {
    const slots = parameterSlots(architectureFor('auto', shape(20, 33, 3), 24, 5))
    let end = 0
    for (const slot of slots) {
      expect(slot.offset).toBe(end)
      end += slot.size
    }
    expect(countParameters(slots)).toBe(end)
  })
})
