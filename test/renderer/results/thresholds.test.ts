import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ThresholdRule } from '../../../main/contract/thresholds.ts'
import { parseRule, ruleText } from '../../../renderer/results/ruleText.ts'
import { scoresByClass, stripOrder, stripPath } from '../../../renderer/results/scoresByClass.ts'
import { expectedWords, shareWords } from '../../../renderer/results/shareWords.ts'

const rate = fc.double({ min: 0, max: 0.999, noNaN: true })

test('a rule lies in the address and comes back as it was', () => {
  const rule = fc.oneof(
    fc.record({ kind: fc.constant('quantile' as const), rate }), fc.record({ kind: fc.constant('false positives' as const), rate }),
    fc.record({ kind: fc.constant('top' as const), images: fc.integer({ min: 1, max: 1e6 }) }),
    fc.constant<ThresholdRule>({ kind: 'f1-max' }))
  fc.assert(fc.property(rule, (one) => {
    expect(parseRule(ruleText(one))).toEqual(one)
  }), { seed: 1 })
  expect(ruleText({ kind: 'value', value: 3 })).toBeNull()
})

test('what is no rule in the address is passed over', () => {
  for (const text of [null, '', 'quantile', 'quantile:', 'quantile:1', 'quantile:x', 'top:0', 'top:1.5', 'best:1']) {
    expect(parseRule(text)).toBeNull()
  }
})

test('classes have their scores each, in an order that is asked for', () => {
  const groups = scoresByClass(Uint32Array.of(0, 1, 2, 3, 5), Float32Array.of(1, 9, 8, 2, 99, 5), Int32Array.of(0, 1, 1, 0, 0, -1), 3)
  expect(groups.map((group) => [...group])).toEqual([[1, 2], [8, 9], []])
  expect([stripOrder(groups, 'class', 5), stripOrder(groups, 'flagged', 5), stripOrder(groups, 'median', 5)]).toEqual([[0, 1], [1, 0], [1, 0]])
})

test('a strip reaches the top at its tallest bin, and on a logarithmic one few images are seen', () => {
  expect(stripPath([0, 2, 4], false)).toBe('M0,1V1.000H1V0.500H2V0.000H3V1Z')
  const height = (path: string) => 1 - Number(/V([\d.]+)H1V/.exec(path)![1])
  expect(height(stripPath([1, 1000], true))).toBeGreaterThan(20 * height(stripPath([1, 1000], false)))
  expect(stripPath([0, 0], false)).not.toContain('NaN')
})

test('shares and what is to be expected of new images are said with their intervals', () => {
  const share = { count: 15, of: 1080, lower: 0.0084, upper: 0.0228 }
  expect(shareWords(share).replaceAll('\u00a0', ' ')).toBe('1.4 % (0.8–2.3 %)')
  expect(expectedWords(share, 10_000)).toBe('139 (84 to 228)')
})
