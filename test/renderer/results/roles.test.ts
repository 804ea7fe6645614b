import { expect, test } from 'vitest'
import { classLooks } from '../../../renderer/results/classLooks.ts'
import { roleOfClass, roles, rolesOf } from '../../../renderer/results/roles.ts'

const ensemble = { known: ['cat', 'dog'], heldOut: ['cow'], classes: ['cat', 'cow', 'dog', 'pig'] }

test('a class is known, held out or left out; one that the ensemble never saw is an anomaly', () => {
  expect(['cat', 'cow', 'pig', 'emu'].map((name) => roleOfClass(name, ensemble))).toEqual([
    'known',
    'held-out',
    'left out',
    'held-out',
  ])
})

test('each image has the role of its class, also in a set that counts its classes otherwise', () => {
  const role = rolesOf(Int32Array.of(0, 1, -1, 2), ['dog', 'emu', 'pig'], ensemble)
  expect([...role].map((index) => roles[index])).toEqual(['known', 'held-out', 'unlabelled', 'left out'])
})

test('known classes are drawn alike in all sets, and everything held out as an anomaly', () => {
  const looks = classLooks(['dog', 'emu', 'cat'], ensemble)
  expect(looks.map(({ mark }) => mark.colour)).toEqual(['--class-1', '--anomaly', '--class-0'])
})
