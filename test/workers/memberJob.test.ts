import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runMember } from '../../main/workers/memberJob.ts'
import type { MemberResult } from '../../main/workers/messages.ts'
import { listening, tinyJob } from './tinySet.ts'

const trained = async (index: number) => {
  const job = tinyJob(index)
  return { job, result: await runMember(job, listening()) as MemberResult }
}

describe('a member job', () => {
  it('leaves whole files: weights of the counted parameters, posteriors of every image, a description', async () => {
    const { job, result } = await trained(0)
    const floats = (file: string | undefined) => readFileSync(file ?? '').length / 4
    expect(floats(result.weights)).toBe(result.parameters)
    expect(floats(result.encodings.means)).toBe(240 * 3)
    expect(floats(result.encodings.logVariances)).toBe(240 * 3)
    const description = JSON.parse(readFileSync(result.description, 'utf8'))
    expect(description).toMatchObject({ format: 'lacuna-member-1', member: 'seed-1/member-0', parameters: result.parameters })
    expect(description.gaussians.means).toHaveLength(3)
    expect(existsSync(path.join(job.directory, 'weights.f32.partial'))).toBe(false)
  })

  it('separates three easy classes, and says that it is healthy', async () => {
    const { result } = await trained(0)
    expect(result.health.accuracy).toBe(1)
    expect(result.health.healthy).toBe(true)
    expect(result.health.sentences[0]).toContain('100.0 % of the known validation images')
    expect(result.curve).toHaveLength(30)
  })

  it('puts the classes in another order on the sphere in another member', async () => {
    const means = async (index: number) => JSON.parse(readFileSync((await trained(index)).result.description, 'utf8')).priorMeans
    const first = await means(0)
    const others = await Promise.all([1, 2, 3].map(means))
    expect(others.some((other) => JSON.stringify(other) !== JSON.stringify(first))).toBe(true)
    const sorted = (points: number[][]) => points.map((point) => JSON.stringify(point)).sort()
    for (const other of others) expect(sorted(other)).toEqual(sorted(first))
  })

  it('paused leaves a checkpoint, and goes on from it to the weights of an uninterrupted run', async () => {
    const whole = await trained(5)
    const job = tinyJob(5)
    const channel = listening()
    channel.progress = () => channel.pause()
    expect(await runMember(job, channel)).toBe('paused')
    expect(existsSync(path.join(job.directory, 'checkpoint.bin'))).toBe(true)
    const rest = await runMember(job, listening()) as MemberResult
    expect(readFileSync(rest.weights).equals(readFileSync(whole.result.weights))).toBe(true)
  })

  it('that runs away fails with a sentence and what to do', async () => {
    const job = tinyJob(0, { learningRate: 1e30, schedule: 'constant' })
    await expect(runMember(job, listening())).rejects.toMatchObject({
      code: 'DIVERGED', message: expect.stringContaining('no number any more'), hint: expect.stringContaining('learning rate'),
    })
  })
})
