import { expect, test } from 'vitest'
import { probability, signed } from '../../../renderer/retraining/differenceWords.ts'
import { nothingPlanned, plannedChanges } from '../../../renderer/retraining/planWords.ts'

const none = { relabelled: 0, leaving: 0, joining: 0, tests: 0 }

test('a plan names each kind of change with its count', () => {
  const changes = plannedChanges({ relabelled: 1, leaving: 2, joining: 3, tests: 4 })
  expect(changes.map(({ count, title }) => `${count} ${title}`)).toEqual([
    '1 relabelled', '2 leave training', '3 join training', '4 stay as they are',
  ])
})

test.each([
  [none, /^No image that this ensemble learned from was judged/],
  [{ ...none, tests: 2 }, /^Only test images were judged \(2 images\)/],
])('where nothing would change it says why, and what to do: %j', (plan, words) => {
  expect(nothingPlanned(plan)).toMatch(words)
  expect(nothingPlanned(plan)).toContain('Show all images')
  expect(nothingPlanned({ ...plan, joining: 1 })).toBeNull()
})

test('differences have their sign, and small p-values a bound', () => {
  expect([signed(0.0123), signed(-0.5)]).toEqual(['+0.012', '−0.500'])
  expect([probability(0.0301), probability(0.00004)]).toEqual(['p = 0.030', 'p < 0.001'])
})
