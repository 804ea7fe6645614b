import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  imageSize,
  positiveNumber,
  splitShares,
  wholeNumber,
  wholeNumberOrNone,
} from '../../main/cli/options/values.ts'

describe('what is typed after an option', () => {
  test('any whole number within its limits is taken, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 300 }), (value) => {
        const parse = () => wholeNumber(1, 200)(String(value))
        if (value >= 1 && value <= 200) expect(parse()).toBe(value)
        else expect(parse).toThrow(/whole number from 1 to 200/)
      }),
      { seed: 1 },
    )
    for (const text of ['', ' 3', '3.0', '1e2', '0x10', '٣', 'three'])
      expect(() => wholeNumber(1)(text)).toThrow(/whole/)
  })

  test('fractions are numbers', () => {
    expect([positiveNumber(0, 1)('1/6'), positiveNumber()('1e-3'), positiveNumber()('2.5')]).toEqual([
      1 / 6,
      0.001,
      2.5,
    ])
    for (const text of ['1/0', '0', '-1', '1/2/3', '', '/2', 'x'])
      expect(() => positiveNumber(0, 1)(text)).toThrow()
  })

  test('a size is a side, or width times height', () => {
    expect([imageSize('64'), imageSize('64x48'), imageSize('64×48')]).toEqual([
      { width: 64, height: 64 },
      { width: 64, height: 48 },
      { width: 64, height: 48 },
    ])
    for (const text of ['7', '2000', '64x', 'x64', '64x48x3', ''])
      expect(() => imageSize(text)).toThrow(/WIDTHxHEIGHT/)
  })

  test('shares leave something for training', () => {
    expect(splitShares('0.1,0.2')).toEqual({ validation: 0.1, test: 0.2 })
    for (const text of ['0.5,0.5', '0.1', '-0.1,0.2', '0.1,0.2,0.3', 'a,b', ','])
      expect(() => splitShares(text)).toThrow()
  })

  test('"none" means no limit where that makes sense', () => {
    expect([wholeNumberOrNone(1)('none'), wholeNumberOrNone(1)('3')]).toEqual(['none', 3])
  })
})
