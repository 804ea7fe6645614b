import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPreview } from '../../main/contract/trainingPreview.ts'
import { runMember } from '../../main/workers/memberJob.ts'
import type { MemberJob, MemberResult } from '../../main/workers/messages.ts'
import { listening, tinyJob } from './tinySet.ts'

async function trained(job: MemberJob) {
  const channel = listening()
  return { channel, result: await runMember(job, channel) as MemberResult }
}

const looked = (index: number, training: Parameters<typeof tinyJob>[1] = {}): MemberJob =>
  ({ ...tinyJob(index, training), previews: true })

const preview = (file: string) => readPreview(Uint8Array.from(readFileSync(file)).buffer)

describe('a member that is looked at while it learns', () => {
  it('ends with the same weights as one that is not, to the bit, also when it was paused', async () => {
    const alone = await trained(tinyJob(3))
    const job = looked(3)
    const channel = listening()
    channel.progress = () => channel.pause()
    expect(await runMember(job, channel)).toBe('paused')
    const rest = await trained(job)
    expect(readFileSync(rest.result.weights).equals(readFileSync(alone.result.weights))).toBe(true)
    expect(alone.result.preview).toBeUndefined()
  })

  it('leaves a preview of the weights that are kept: clusters by class, and pictures like their originals', async () => {
    const { result, channel } = await trained(looked(0))
    const { epoch, dimension, classes, means, priorMeans, image, pictureClasses, originals, reconstructions } = preview(result.preview!)
    expect({ epoch, dimension, image }).toEqual({ epoch: 30, dimension: 3, image: { height: 12, width: 12, channels: 1 } })
    expect(channel.previews.at(-1)).toBe(30)
    expect(means).toHaveLength(classes.length * 3)
    const nearest = (row: Float32Array) => {
      const far = priorMeans.map((mean) => Math.hypot(...mean.map((x, i) => x - row[i])))
      return far.indexOf(Math.min(...far))
    }
    const right = classes.filter((own, i) => nearest(means.subarray(3 * i, 3 * i + 3)) === own)
    expect(right.length / classes.length).toBeGreaterThan(0.95)
    expect(new Set(pictureClasses)).toEqual(new Set([0, 1, 2]))
    expect(originals).toHaveLength(8 * 144)
    const off = originals.reduce((sum, value, i) => sum + Math.abs(value - reconstructions[i]), 0) / originals.length
    expect(off).toBeLessThan(40)
  })

  it('looks at fewer epochs than there are where epochs are too short to look at each, and at the same images', async () => {
    const { channel, result } = await trained(looked(1, { epochs: 120 }))
    expect(channel.previews.length).toBeGreaterThan(1)
    expect(channel.previews.length).toBeLessThan(60)
    const other = await trained(looked(2, { epochs: 1 }))
    const [one, two] = [preview(result.preview!), preview(other.result.preview!)]
    expect([two.originals, two.classes]).toEqual([one.originals, one.classes])
  })

  it('of the kind that has no latent space leaves none', async () => {
    const job = looked(0, { epochs: 2 })
    job.settings.model.kind = 'cnn'
    const { result } = await trained(job)
    expect(result.preview).toBeUndefined()
    expect(existsSync(`${job.directory}/preview.bin`)).toBe(false)
  })

  it('tells the log where it computes, from where it goes on, and when it stops early', async () => {
    const job = looked(5)
    const first = listening()
    first.progress = () => first.pause()
    await runMember(job, first)
    const { channel } = await trained(job)
    expect(first.notes).toEqual([expect.stringMatching(/^Starts on .+ with \d+ threads?, TensorFlow .+: \d+ images, at most \d+ steps\.$/)])
    expect(channel.notes[0]).toMatch(/^Goes on from step \d+ of \d+, in epoch 1, on /)
    const early = await trained(looked(0, { epochs: 60, patience: 1, learningRate: 0.05, schedule: 'constant' }))
    expect(early.channel.notes.at(-1)).toMatch(/^Stopped early after epoch \d+ of 60: 1 epoch without progress .+ The weights of epoch \d+ are kept\.$/)
  })
})
