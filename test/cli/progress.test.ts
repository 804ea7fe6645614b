import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { liveLines } from '../../main/cli/progress/liveLines.ts'
import { PlainLines } from '../../main/cli/progress/plainLines.ts'
import type { Job, JobProgress, MemberProgress, StudyProgress } from '../../main/contract/jobs.ts'

const job = (progress: JobProgress | null, state: Job['state'] = 'running'): Job => ({
  id: 1,
  kind: 'train',
  projectId: 1,
  title: 'Training of 模様',
  imageSetId: null,
  ensembleId: 1,
  state,
  progress,
  error: null,
  result: null,
  created: '',
  ended: null,
})

const member = (index: number, rest: Partial<MemberProgress> = {}): MemberProgress => ({
  index,
  state: 'running',
  phase: 'training',
  epoch: 8,
  epochs: 20,
  step: 80,
  steps: 200,
  loss: 12.3456,
  imagesPerSecond: 1240.4,
  secondsLeft: 95,
  reason: null,
  ...rest,
})

const training = (...members: MemberProgress[]) => job({ kind: 'train', members })
const study = (rest: Partial<StudyProgress> = {}): StudyProgress => ({
  kind: 'study', phase: 'training', done: 3, total: 12, failed: 0, secondsLeft: null,
  now: 'digits without 4\u001b, paper, seed 1', ...rest,
})
const screen = { columns: 80, rows: 24, blocks: true }

describe('on a terminal', () => {
  test('each member has a line with epoch, loss, speed and time left that fits 80 columns', () => {
    const [head, first] = liveLines(training(member(0)), 75, screen)
    expect(head).toBe('Training of 模様  1 min 15 s')
    expect(first).toBe('  member 0  ████░░░░░░  epoch 8/20  loss 12.35  1,240 images/s  1 min 35 s left')
    expect(stringWidth(first)).toBeLessThan(80)
  })

  test('more members than rows are summed up', () => {
    const members = Array.from({ length: 50 }, (_, i) =>
      member(i, i < 2 ? {} : { state: i < 10 ? 'done' : 'waiting' }),
    )
    const lines = liveLines(training(...members), 1, { ...screen, rows: 10 })
    expect(lines.length).toBeLessThan(10)
    expect(lines.at(-1)).toBe('  and 8 done, 40 waiting')
  })

  test('an import shows how much of how many, and what could not be read', () => {
    const progress = { kind: 'import', phase: 'decoding', done: 1200, total: 6000, problems: 3 } as const
    expect(liveLines(job(progress), 1, { ...screen, blocks: false })[1]).toBe(
      '  reading images  ##........  1,200/6,000  20.0 %  3 not readable',
    )
  })

  test('a study shows how many of its cells are done, what failed, the time left, and below it the cell that runs', () => {
    expect(liveLines(job(study({ failed: 1, secondsLeft: 200 })), 0, { ...screen, blocks: false })).toEqual([
      'Training of 模様  0.0 s', '  ###.......  3/12  25.0 %  1 failed  about 3 min 20 s left',
      '  training digits without 4\\u{1b}, paper, seed 1',
    ])
  })

  test('a job that waits says so', () => {
    expect(liveLines(job(null, 'waiting'), 0, screen)[1]).toBe('  waiting for another job to end')
  })

  test('a name cannot move the cursor', () => {
    expect(liveLines({ ...job(null), title: 'a\u001b[2J\nb' }, 0, screen)[0]).toBe(
      'a\\u{1b}[2J\\u{a}b  0.0 s',
    )
  })
})

describe('in a pipe', () => {
  test('a phase has one line, and one more every ten seconds', () => {
    const lines = new PlainLines()
    const at = (done: number, now: number) =>
      lines.of(job({ kind: 'import', phase: 'decoding', done, total: 100, problems: 0 }), now)
    expect(at(1, 0)).toEqual(['Training of 模様', '  reading images 1/100'])
    expect([at(2, 200), at(3, 9_000), at(4, 10_100), at(5, 10_300)]).toEqual([
      [],
      [],
      ['  reading images 4/100'],
      [],
    ])
  })

  test('a study has a line for each cell and what is done with it, and one more every ten seconds', () => {
    const lines = new PlainLines()
    const at = (now: number, rest: Partial<StudyProgress>) => lines.of(job(study({ now: 'x, seed 1', ...rest })), now)
    expect(at(0, {})).toEqual(['Training of 模様', '  training x, seed 1 3/12'])
    expect(at(5_000, { secondsLeft: 60 })).toEqual([])
    expect(at(10_100, { secondsLeft: 60 })).toEqual(['  training x, seed 1 3/12, about 1 min 0 s left'])
    expect(at(10_200, { phase: 'scoring' })).toEqual(['  scoring x, seed 1 3/12'])
    expect(at(10_300, { phase: 'scoring', now: 'y, seed 1', failed: 2 })).toEqual(['  scoring y, seed 1 3/12, 2 failed'])
  })

  test('a member has a line an epoch, at most every five seconds, and for each new state at once', () => {
    const lines = new PlainLines()
    const at = (now: number, rest: Partial<MemberProgress>) => lines.of(training(member(1, rest)), now)
    expect(at(0, { epoch: 1 })).toEqual([
      'Training of 模様',
      '  member 1: epoch 1/20, loss 12.35, 1,240 images/s, 1 min 35 s left',
    ])
    expect(at(1_000, { epoch: 2 })).toEqual([])
    expect(at(5_500, { epoch: 2 })).toHaveLength(1)
    expect(at(11_000, { epoch: 2 })).toEqual([])
    expect(at(11_100, { state: 'failed', reason: 'The loss is no number.' })).toEqual([
      '  member 1: failed, The loss is no number.',
    ])
    expect(at(20_000, { state: 'failed', reason: 'The loss is no number.' })).toEqual([])
  })
})
