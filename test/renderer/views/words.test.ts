import { expect, test } from 'vitest'
import type { Ensemble, Member } from '../../../main/contract/ensembles.ts'
import type { Job, MemberProgress } from '../../../main/contract/jobs.ts'
import { duration, metric, percent, score } from '../../../renderer/format.ts'
import { groupText, parseGroup } from '../../../renderer/results/groups.ts'
import { freeName, nameOfSource } from '../../../renderer/views/projects/projectNames.ts'
import { nextIndex } from '../../../renderer/components/gridKeys.ts'
import { memberRows } from '../../../renderer/views/train/memberRows.ts'
import { t } from '../../../renderer/words/words.ts'

test('numbers are written for people', () => {
  expect([t('{n} image | {n} images', 1), t('{n} image | {n} images', 6000), t('{n} class | {n} classes', 2)]).toEqual([
    '1 image',
    '6,000 images',
    '2 classes',
  ])
  expect([percent(0.1234), percent(1), percent(NaN), metric(0.9), score(-1.23456)]).toEqual([
    '12.3\u00a0%',
    '100\u00a0%',
    '–',
    '0.900',
    '−1.235',
  ])
  expect([duration(0.4), duration(61), duration(600), duration(3725)]).toEqual([
    '0 s',
    '1 min 1 s',
    '10 min',
    '1 h 2 min',
  ])
})

test('a project is named after its source, with a number where the name is taken', () => {
  expect(['/data/parts/', 'C:\\photos\\bolts.zip', 'list.csv', ''].map(nameOfSource)).toEqual([
    'parts',
    'bolts',
    'list',
    'images',
  ])
  expect(freeName('parts', ['parts', 'parts 2'])).toBe('parts 3')
})

test('a selection in the address is read back as it was written, and anything else is none', () => {
  for (const group of [
    { kind: 'class', label: 3 },
    { kind: 'scores', from: -Infinity, to: 1.5 },
  ] as const) {
    expect(parseGroup(groupText(group))).toEqual(group)
  }
  expect(['', 'class:-1', 'class:x', 'scores:2~1', 'scores:a~b', 'other:1', null].map(parseGroup)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})

test('keys lead through the gallery and stop at its ends', () => {
  expect(nextIndex('ArrowRight', 3, 4, 10)).toBe(4)
  expect(nextIndex('ArrowLeft', 0, 4, 10)).toBe(0)
  expect(nextIndex('ArrowDown', 7, 4, 10)).toBe(7)
  expect(nextIndex('ArrowDown', 5, 4, 10)).toBe(9)
  expect(nextIndex('ArrowUp', 2, 4, 10)).toBe(2)
  expect(nextIndex('PageDown', 0, 4, 10)).toBe(9)
  expect([nextIndex('Home', 5, 4, 10), nextIndex('End', 5, 4, 10), nextIndex('a', 5, 4, 10)]).toEqual([
    0,
    9,
    null,
  ])
})

const member = (rest: Partial<Member>): Member => ({
  index: 0,
  key: 'k',
  state: 'waiting',
  reason: null,
  reused: false,
  threads: 1,
  parameters: null,
  seconds: null,
  curve: [],
  health: null,
  device: null,
  ...rest,
})
const progress = (rest: Partial<MemberProgress>): MemberProgress => ({
  index: 0,
  state: 'running',
  phase: 'training',
  epoch: 2,
  epochs: 4,
  step: 45,
  steps: 90,
  loss: 5,
  imagesPerSecond: 400.4,
  secondsLeft: 61,
  reason: null,
  ...rest,
})
const row = (stored: Member, told?: MemberProgress) => {
  const job = told ? ({ progress: { kind: 'train', members: [told] } } as Job) : null
  return memberRows({ members: [stored] } as Ensemble, job, [[]])[0]
}

test('a member in training says where it is, how fast, and how long it takes yet', () => {
  expect(row(member({}), progress({}))).toMatchObject({
    words: 'epoch 2 of 4, step 45 of 90',
    rate: '400 images/s',
    left: '1 min 1 s left',
    loss: '5',
  })
})

test('a member that rests says why', () => {
  expect(row(member({ state: 'done', seconds: 62 })).words).toBe('done in 1 min 2 s')
  expect(row(member({ state: 'done', reused: true, seconds: 62 })).words).toBe('trained before')
  expect(row(member({ state: 'failed', reason: 'The loss became NaN.' }))).toMatchObject({
    words: 'failed',
    reason: 'The loss became NaN.',
  })
  expect(row(member({}), progress({ state: 'paused' }))).toMatchObject({
    words: 'paused at epoch 2 of 4, step 45 of 90',
    rate: '',
    left: '',
  })
  expect(row(member({}), progress({ phase: 'encoding' })).words).toBe('reading all images')
  expect(row(member({})).words).toBe('waits')
})
