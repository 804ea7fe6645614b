import { expect, test } from 'vitest'
import { groupText, membership, parseGroup } from '../../../renderer/results/groups.ts'
import { groupWords } from '../../../renderer/results/groupWords.ts'
import { groupOfLabels, withToggled } from '../../../renderer/results/legendGroups.ts'

test('pressing entries adds their classes one by one, and takes them away again', () => {
  const one = withToggled(null, [3])
  expect(one).toEqual({ kind: 'class', label: 3 })
  const several = withToggled(withToggled(one, [0, 5]), [-1])
  expect(several).toEqual({ kind: 'classes', labels: [-1, 0, 3, 5] })
  expect(withToggled(withToggled(several, [-1, 0, 5]), [3])).toBeNull()
})

test('of a group of another kind nothing is kept', () => {
  expect(withToggled({ kind: 'scores', from: 0, to: 1 }, [2])).toEqual({ kind: 'class', label: 2 })
  expect(withToggled({ kind: 'class', label: 1, inverted: true }, [2])).toEqual({ kind: 'class', label: 2 })
})

test('several classes are read from an address as they were written, and hold their images', () => {
  const group = groupOfLabels([4, -1, 2])!
  expect(groupText(group)).toBe('classes:-1.2.4')
  expect(parseGroup('classes:-1.2.4')).toEqual(group)
  expect(['classes:', 'classes:a', 'classes:1.-2', 'classes:1..2'].map(parseGroup)).toEqual([null, null, null, null])
  const images = { scores: new Float32Array(4), labels: Int32Array.of(-1, 0, 2, 4) }
  expect([0, 1, 2, 3].map(membership(group, images, null))).toEqual([true, false, true, true])
  expect(groupWords(group, ['a', 'b', 'c', 'd', 'e'])).toBe('no class, c, e')
})
