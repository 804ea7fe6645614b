import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'
import { trainMember } from '../../main/models/training.ts'
import { runMember } from '../../main/workers/memberJob.ts'
import type { MemberJob, MemberResult } from '../../main/workers/messages.ts'
import {
  type Assignment, knownPositions, memberPositions, openReader, readAssignment, readFolds, TRAIN, trainingImages,
} from '../../main/workers/runImages.ts'
import { tinyRun, watching } from '../models/tinyRun.ts'
import { listening, tinyJob } from './tinySet.ts'

const FOLDS = 3

/** A job with folds on the tiny set, whose images are groups of two. */
function foldedJob(index: number): MemberJob {
  const job = tinyJob(index, { folds: FOLDS, epochs: 2 })
  const groups = path.join(job.directory, 'groups.i32')
  writeFileSync(groups, Int32Array.from({ length: job.images.snapshot.images }, (_, i) => Math.floor(i / 2)))
  return { ...job, images: { ...job.images, groups } }
}

/** The positions that training a member reads, and the training images of its fold. */
async function trainingReads(index: number) {
  await loadTensorFlow()
  const job = foldedJob(index)
  const assignment = await readAssignment(job.images)
  const reader = openReader(job.images)
  const read = new Set<number>()
  const recording = { read: (positions: Uint32Array) => (positions.forEach((one) => read.add(one)), reader.read(positions)) }
  const images = trainingImages(assignment, await memberPositions(job, assignment), recording, 'cl-vae')
  await trainMember({ ...tinyRun(), images }, watching(), null)
  reader.close()
  return { read, fold: await foldOf(job, assignment), assignment }
}

async function foldOf(job: MemberJob, assignment: Assignment): Promise<Set<number>> {
  const folds = await readFolds(job.images, assignment, job.settings)
  return new Set(knownPositions(assignment, TRAIN).filter((position) => folds![position] === job.index % FOLDS))
}

describe('a member of a run with folds', () => {
  it('never reads an image of its fold while it is trained', async () => {
    const { read, fold } = await trainingReads(1)
    expect(fold.size).toBeGreaterThan(25)
    expect([...fold].filter((position) => read.has(position))).toEqual([])
  })

  it('reads every other training image, and together the members leave each out once', async () => {
    const members = await Promise.all([0, 1, 2].map(trainingReads))
    const train = [...knownPositions(members[0].assignment, TRAIN)]
    for (const { read, fold } of members) {
      expect(train.filter((position) => !fold.has(position) && !read.has(position))).toEqual([])
    }
    for (const position of train) expect(members.filter(({ read }) => !read.has(position))).toHaveLength(1)
  })

  it('has class Gaussians of the images that it learned from alone', async () => {
    const job = foldedJob(2)
    const result = await runMember(job, listening()) as MemberResult
    const { gaussians } = JSON.parse(readFileSync(result.description, 'utf8'))
    const learned = await memberPositions(job, await readAssignment(job.images))
    const counts = gaussians.counts as number[]
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(learned.length)
  })

  it('without the groups is refused, as its fold would be any', async () => {
    const job = { ...tinyJob(0, { folds: FOLDS }) }
    await expect(runMember(job, listening())).rejects.toThrow('needs the groups of near-duplicates')
  })
})
