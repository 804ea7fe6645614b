import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCell } from '../../../main/workers/cell/cellJob.ts'
import { runMember } from '../../../main/workers/memberJob.ts'
import type { CellJob, MemberResult, RunImages } from '../../../main/workers/messages.ts'
import { runScore } from '../../../main/workers/scoreJob.ts'
import { listening, tinyJob, tinySet } from '../tinySet.ts'

let images: RunImages
let members: CellJob['members']
const folder = () => mkdtempSync(path.join(tmpdir(), 'lacuna-test-'))

beforeAll(async () => {
  images = tinyJob(0).images
  members = []
  for (const index of [0, 1, 2]) {
    const { weights, description, encodings } = await runMember({ ...tinyJob(index), images }, listening()) as MemberResult
    members.push({ key: `member-${index}`, index, weights, description, encodings })
  }
})

const cell = (changes: Partial<CellJob> = {}) => runCell({
  kind: 'cell', directory: folder(), images, members, detectors: ['divergence', 'divergence-and-centre'], rule: 'all',
  probe: null, sizes: [], seed: 1, threads: 1, device: 'tensorflow', ...changes,
}, listening())

describe('a cell', () => {
  it('has the very metrics that scoring the same ensemble gives', async () => {
    const { scores } = await runScore({
      kind: 'score', directory: folder(), images, members, detectors: ['divergence', 'divergence-and-centre', 'reconstruction'],
      fits: null, thresholds: null, falsePositiveRate: 0.05, threads: 1, device: 'tensorflow', classNames: ['a', 'b', 'c', 'd'], seed: 1,
    }, listening())
    const measured = await cell({ detectors: ['divergence', 'divergence-and-centre', 'reconstruction'] })
    expect(measured.scores.map(({ detector, metrics }) => ({ detector, metrics })))
      .toEqual(scores.map(({ detector, metrics }) => ({ detector, metrics })))
  })

  it('tells the time of each detector, and the memory that it took', async () => {
    const { scores, seconds, memory } = await cell()
    for (const score of scores) expect(score.seconds).toBeGreaterThan(0)
    expect(seconds).toBeGreaterThanOrEqual(scores.reduce((sum, score) => sum + score.seconds, 0))
    expect(memory).toBeGreaterThan(50)
  })

  it('by the paper’s rule counts all images of the held-out class, one to one', async () => {
    const { scores: [{ metrics }] } = await cell({ rule: 'paper' })
    expect(metrics).toMatchObject({ anomalies: 60, normals: 60 })
  })

  it('measures sub-ensembles: the whole one as itself, smaller ones as the mean over all of them', async () => {
    const { scores, sizes } = await cell({ sizes: [1, 2, 3], detectors: ['divergence'] })
    expect(sizes.map(({ size, draws }) => [size, draws])).toEqual([[1, 3], [2, 3], [3, 1]])
    expect(sizes[2]).toMatchObject({ auroc: scores[0].metrics.auroc, deviation: 0 })
    const alone = await Promise.all(members.map(async (one) => (await cell({ members: [one], detectors: ['divergence'] })).scores[0].metrics.auroc))
    expect(sizes[0].auroc).toBeCloseTo(alone.reduce((sum, auroc) => sum + auroc, 0) / 3, 12)
  })

  it('finds the test images of another set, scored by what was fitted to the own ones', async () => {
    const foreign = { kind: 'foreign' as const, images: { ...tinySet().images, known: [0, 1, 2, 3], heldOut: [] } }
    const { scores: [{ metrics }] } = await cell({ probe: foreign })
    expect(metrics).toMatchObject({ normals: 60, anomalies: 80 })
    // Three quarters of them are images like its own, which nothing tells apart.
    expect(metrics.auroc).toBeGreaterThan(0.5)
    expect(metrics.auroc).toBeLessThan(0.75)
  })

  it('finds its own test images spoilt, the better the more', async () => {
    const auroc = async (severity: number) =>
      (await cell({ probe: { kind: 'corruption', corruption: 'noise', severity }, detectors: ['reconstruction'] })).scores[0].metrics.auroc
    const [mild, severe] = [await auroc(1), await auroc(5)]
    expect(severe).toBeGreaterThan(mild)
    expect(severe).toBeGreaterThan(0.9)
  })

  it('finds blends of two classes', async () => {
    const { scores } = await cell({ probe: { kind: 'blends', share: 0.5 } })
    expect(scores[1].metrics).toMatchObject({ normals: 60, anomalies: 60 })
    expect(scores[1].metrics.auroc).toBeGreaterThan(0.9)
  })

  it('without anything to measure says what is missing', async () => {
    await expect(cell({ images: { ...images, heldOut: [] } })).rejects.toThrow('There are 0 anomalies and 60 normals among the test images')
  })
})
