import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runMember } from '../../main/workers/memberJob.ts'
import { runMembers } from '../../main/workers/members/membersJob.ts'
import type { MemberResult, MembersJob, RunImages } from '../../main/workers/messages.ts'
import { runScore } from '../../main/workers/scoreJob.ts'
import { listening, tinyJob } from './tinySet.ts'

let images: RunImages
let members: MembersJob['members']

beforeAll(async () => {
  const first = tinyJob(0)
  images = first.images
  members = []
  for (const index of [0, 1, 2]) {
    const { weights, description, encodings } = await runMember({ ...tinyJob(index, { epochs: 4 }), images }, listening()) as MemberResult
    members.push({ key: `member-${index}`, index, weights, description, encodings })
  }
})

const job = (changes: Partial<MembersJob> = {}): MembersJob => ({
  kind: 'members', directory: mkdtempSync(path.join(tmpdir(), 'lacuna-test-')), images, members, detector: 'divergence',
  seed: 1, threads: 1, device: 'tensorflow', ...changes,
})
const scored = async (some: MembersJob['members']) => {
  const { scores: [{ metrics }] } = await runScore({
    ...job(), kind: 'score', members: some, detectors: ['divergence'], fits: null, thresholds: null, falsePositiveRate: 0.05,
    classNames: ['a', 'b', 'c', 'd'],
  }, listening())
  return metrics!.auroc
}

describe('a comparison of members', () => {
  it('has the figures that each member, each pair and all have as ensembles of their own', async () => {
    const { alone, without, whole, sizes, normals, anomalies } = await runMembers(job(), listening())
    expect({ normals, anomalies }).toEqual({ normals: 60, anomalies: 20 })
    expect(whole!.auroc).toBe(await scored(members))
    for (const [m, member] of members.entries()) {
      expect(alone[m].figure!.auroc).toBe(await scored([member]))
      expect(without[m].auroc).toBe(await scored(members.filter((one) => one !== member)))
      expect(without[m].difference).toBeCloseTo(whole!.auroc - without[m].auroc, 12)
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(sizes.map(({ size, draws, all }) => [size, draws, all])).toEqual([[1, 3, true], [2, 3, true], [3, 1, true]])
    expect(sizes[0].mean).toBeCloseTo(mean(alone.map(({ figure }) => figure!.auroc)), 12)
    expect(sizes[1].mean).toBeCloseTo(mean(without.map(({ auroc }) => auroc)), 12)
    expect(sizes[2]).toMatchObject({ mean: whole!.auroc, least: whole!.auroc, most: whole!.auroc })
  })

  it('correlates members symmetrically, each wholly with itself, and tells disagreement for both roles', async () => {
    const { correlations, disagreement } = await runMembers(job(), listening())
    correlations.forEach((row, a) => row.forEach((value, b) => {
      expect(value).toBeCloseTo(a === b ? 1 : correlations[b][a], 12)
    }))
    expect(disagreement.map(({ role, images: count }) => [role, count])).toEqual([['known', 60], ['held-out', 20]])
    for (const { apart } of disagreement) expect(apart).toBeGreaterThan(0)
  })

  it('measures nothing where nothing is held out, and still compares the scores', async () => {
    const comparison = await runMembers(job({ images: { ...images, heldOut: [] } }), listening())
    expect(comparison).toMatchObject({ whole: null, sizes: [], without: [], anomalies: 0, normals: 60 })
    expect(comparison.alone.map(({ figure }) => figure)).toEqual([null, null, null])
    expect(comparison.correlations).toHaveLength(3)
    expect(comparison.disagreement.map(({ role }) => role)).toEqual(['known'])
  })

  it('says that a detector of pixels reads no members', async () => {
    expect(await runMembers(job({ detector: 'pca-per-class' }), listening())).toMatchObject({ readsMembers: false, alone: [] })
  })

  it('has no figure for a member alone where the detector needs two', async () => {
    const { alone, whole, sizes } = await runMembers(job({ detector: 'member-disagreement' }), listening())
    expect(alone.every(({ figure }) => figure === null)).toBe(true)
    expect(whole).not.toBeNull()
    expect(sizes.map(({ size }) => size)).toEqual([2, 3])
  })
})
