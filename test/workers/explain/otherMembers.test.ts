import { describe, expect, it } from 'vitest'
import type { ModelKind } from '../../../main/contract/settings.ts'
import { explainImage } from '../../../main/workers/explain/explainImage.ts'
import { readExplained } from '../../../main/workers/explain/explainedMembers.ts'
import { readDrawers } from '../../../main/workers/explain/redrawing.ts'
import { readRows } from '../../../main/workers/explain/rowFile.ts'
import { runMember } from '../../../main/workers/memberJob.ts'
import type { ExplainedEnsemble, MemberResult } from '../../../main/workers/messages.ts'
import { listening, tinyJob } from '../tinySet.ts'

async function trained(kind: ModelKind, knownClasses: number[] | null = null): Promise<ExplainedEnsemble> {
  const job = tinyJob(0)
  job.settings.model.kind = kind
  if (knownClasses) job.images = { ...job.images, known: knownClasses, heldOut: [2] }
  const { weights, description, encodings } = await runMember(job, listening()) as MemberResult
  return {
    kind, images: job.images, imageSetId: 1, classNames: ['a', 'b', 'c', 'd'], seed: 1, falsePositiveRate: 0.05,
    members: [{ key: 'm', index: 0, weights, description, own: encodings, asked: encodings }],
    asked: { images: 240, isOwn: true },
  }
}
const stranger = 6

describe('members of other kinds', () => {
  it('a VAE without classes measures to the known images as one', async () => {
    const of = await trained('vae')
    const { classes, nearest, measure, members } = explainImage(of, await readExplained(of), stranger)
    expect({ classes, nearest, measure }).toEqual({ classes: ['the known images'], nearest: 0, measure: 'sigma' })
    expect(members[0].distances).toHaveLength(1)
    expect(members[0].place).toHaveLength(2)
  })

  it('a classifier measures by surprise, has no map, and draws nothing', async () => {
    const of = await trained('cnn')
    const known = await readExplained(of)
    const { measure, members: [member], neighbours } = explainImage(of, known, stranger)
    expect(measure).toBe('surprise')
    const probabilities = member.distances.map((surprise) => Math.exp(-surprise))
    expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 9)
    const { values } = readRows(of.members[0].own.logits!, 240, [stranger])
    expect(member.nearest).toBe(values.indexOf(values.reduce((a, b) => Math.max(a, b))))
    expect(member).toMatchObject({ centre: null, prior: null, place: null })
    expect(known.maps).toEqual([])
    expect(neighbours.by).toBe('features')
    await expect(readDrawers(of)).rejects.toThrow('they draw no image again')
  })

  it('a member that knows one class measures to that', async () => {
    const of = await trained('cl-vae', [1])
    const known = await readExplained(of)
    const { classes, nearest, members } = explainImage(of, known, stranger)
    expect({ classes, nearest }).toEqual({ classes: ['b'], nearest: 0 })
    expect(members[0].unlike).toBe(true)
    expect(known.maps[0].classes).toHaveLength(1)
  })
})

it('there is no image behind the last', async () => {
  const of = await trained('vae')
  expect(() => readRows(of.members[0].own.means!, 240, [240])).toThrow('There is no image at position 240')
})
