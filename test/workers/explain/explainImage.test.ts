import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTensorFlow } from '../../../main/compute/tensorflow.ts'
import { neighboursOfFeatures } from '../../../main/detectors/classifier/featureNeighbours.ts'
import { detectorNamed } from '../../../main/detectors/registry.ts'
import { nearestClasses } from '../../../main/detectors/nearestClasses.ts'
import type { MemberView } from '../../../main/detectors/detector.ts'
import { encodeImages } from '../../../main/models/encoding.ts'
import { modelOf } from '../../../main/models/memberDescription.ts'
import { differenceScale } from '../../../main/workers/explain/differenceScale.ts'
import { type Explained, readExplained } from '../../../main/workers/explain/explainedMembers.ts'
import { explainImage } from '../../../main/workers/explain/explainImage.ts'
import { readDrawers, redraw } from '../../../main/workers/explain/redrawing.ts'
import { runMember } from '../../../main/workers/memberJob.ts'
import { completeEncodings, loadMember, memberView } from '../../../main/workers/memberFiles.ts'
import type { ExplainedEnsemble, MemberResult } from '../../../main/workers/messages.ts'
import { knownPositions, openReader, readAssignment, TRAIN, VALIDATION } from '../../../main/workers/runImages.ts'
import { listening, tinyJob } from '../tinySet.ts'

let of: ExplainedEnsemble
let known: Explained
let views: MemberView[]
const stranger = 6
const usual = 9

beforeAll(async () => {
  const first = tinyJob(0)
  const reader = openReader(first.images)
  const members: ExplainedEnsemble['members'] = []
  views = []
  for (const index of [0, 1]) {
    const job = { ...tinyJob(index), images: first.images }
    const { weights, description, encodings } = await runMember(job, listening()) as MemberResult
    const files = { key: `member-${index}`, index, weights, description }
    const loaded = await loadMember(files)
    const all = await completeEncodings(loaded, encodings, reader, ['features', 'bce', 'mse'], job.directory, () => undefined)
    members.push({ ...files, own: all, asked: all })
    views.push(await memberView(loaded, all, ['means', 'features', 'bce', 'mse']))
  }
  of = {
    kind: 'cl-vae', members, images: first.images, imageSetId: 7, classNames: ['a', 'b', 'c', 'd'],
    asked: { images: 240, isOwn: true }, seed: 1, falsePositiveRate: 0.1,
  }
  known = await readExplained(of)
})

/** What a detector says of an image by one member alone. */
const byMember = async (id: string, m: number, position: number) => {
  const evidence = { views: [views[m]], pixels: openReader(of.images) }
  const detector = detectorNamed(id)
  const fit = await detector.fit(evidence, {
    train: new Uint32Array(), validation: new Uint32Array(), classOf: new Int32Array(), classes: 3, seed: 1,
  })
  return (await detector.score(evidence, fit))[position]
}

describe('what members say of an image', () => {
  it.each([stranger, usual])('is what the detectors say of it: image %i', async (position) => {
    const { members, nearest, measure } = explainImage(of, known, position)
    expect(measure).toBe('sigma')
    expect(nearest).toBe(nearestClasses(views)[position])
    for (const [m, { distances, nearest: own, centre, prior }] of members.entries()) {
      expect(distances).toHaveLength(3)
      expect(distances[own]).toBe(Math.min(...distances))
      // The divergence of one member is half the least squared distance.
      expect(distances[own] ** 2 / 2).toBeCloseTo(await byMember('divergence', m, position), 9)
      expect(-centre!).toBeCloseTo(await byMember('centre', m, position), 9)
      expect(prior! ** 2).toBeCloseTo(await byMember('prior-distance', m, position), 9)
    }
  })

  it('is that a stranger is unlike any class, and a known test image is not', () => {
    expect(explainImage(of, known, stranger).members.map(({ unlike }) => unlike)).toEqual([true, true])
    const { members, classes, nearest } = explainImage(of, known, usual)
    expect(members.map(({ unlike }) => unlike)).toEqual([false, false])
    expect(classes).toEqual(['a', 'b', 'd'])
    expect(classes[nearest]).toBe('b')
  })

  it('calls unlike what lies beyond all but a share of the known validation images', async () => {
    const validation = knownPositions(await readAssignment(of.images), VALIDATION)
    for (const [m, { threshold }] of explainImage(of, known, usual).members.entries()) {
      const nearest = Array.from(validation, (position) => Math.min(...explainImage(of, known, position).members[m].distances))
      // Some of the images are the same, and as far.
      const most = Math.floor(0.1 * validation.length)
      expect(most).toBeGreaterThan(0)
      expect(nearest.filter((distance) => distance > threshold).length).toBeLessThanOrEqual(most)
      expect(nearest.filter((distance) => distance >= threshold).length).toBeGreaterThan(most)
    }
  })

  it('is the same where another set of the same images is asked for, but for the image that was left out as itself', () => {
    const elsewhere = { ...of, asked: { ...of.asked, isOwn: false } }
    const position = known.positions[3]
    const [own, other] = [of, elsewhere].map((one) => explainImage(one, known, position))
    expect(other.members).toEqual(own.members)
    expect(own.neighbours.images.map((image) => image.position)).not.toContain(position)
    expect(other.neighbours.images[0]).toMatchObject({ position, distance: 0 })
  })
})

describe('the nearest training images', () => {
  it('lie as far as the detector by nearest neighbours of features finds them', async () => {
    const train = knownPositions(await readAssignment(of.images), TRAIN)
    const fit = { train, validation: train, classOf: new Int32Array(), classes: 3, seed: 1 }
    await loadTensorFlow()
    const bank = await neighboursOfFeatures.learn(views[0], fit, 240)
    const [fifth] = [await neighboursOfFeatures.score(views[0], bank)].map((scores) => scores[stranger])
    const alone = { ...of, members: of.members.slice(0, 1) }
    const { neighbours } = explainImage(alone, await readExplained(alone), stranger)
    expect(neighbours).toMatchObject({ by: 'features', among: train.length, of: train.length, imageSetId: 7 })
    expect(neighbours.images).toHaveLength(5)
    expect(neighbours.images[4].distance).toBeCloseTo(fifth, 9)
  })

  it('are sought in the latent space where features are not stored', async () => {
    const without = { ...of, members: of.members.map((member) => ({ ...member, own: { ...member.own, features: undefined } })) }
    const { neighbours } = explainImage(without, await readExplained(without), usual)
    expect(neighbours.by).toBe('latent')
    expect(new Set(neighbours.images.map(({ label }) => label))).toEqual(new Set(['b']))
    const [{ position, distance }] = neighbours.images
    const apart = views.map(({ encodings: { means } }) =>
      Math.hypot(...[0, 1, 2].map((i) => means![3 * usual + i] - means![3 * position + i])))
    expect(distance).toBeCloseTo((apart[0] + apart[1]) / 2, 6)
  })
})

describe('what members draw again', () => {
  it('differs from the image as the detectors by reconstruction say', async () => {
    await loadTensorFlow()
    const drawers = await readDrawers(of)
    const drawn = await redraw(of, drawers, usual)
    const seen = openReader(of.images).read(Uint32Array.of(usual))
    expect(drawn).toHaveLength(2 * seen.length)
    for (const m of [0, 1]) {
      const errors = seen.map((value, i) => (value - drawn[m * seen.length + i] / 255) ** 2)
      expect(errors.reduce((a, b) => a + b) / seen.length).toBeCloseTo(views[m].encodings.mse![usual], 3)
    }
  })

  it('has one scale of differences, which 1 % of the validation images’ pixels exceed', async () => {
    await loadTensorFlow()
    const drawers = await readDrawers(of)
    const { largest, images } = await differenceScale(of, drawers)
    const validation = knownPositions(await readAssignment(of.images), VALIDATION)
    expect(images).toBe(validation.length)
    const reader = openReader(of.images)
    const differences: number[] = []
    for (const position of validation) {
      const [seen, drawn] = [reader.read(Uint32Array.of(position)), await redraw(of, drawers, position)]
      drawn.forEach((value, i) => differences.push(Math.abs(value / 255 - seen[i % seen.length])))
    }
    const rising = differences.toSorted((a, b) => a - b)
    expect(largest).toBeCloseTo(rising[Math.ceil(0.99 * rising.length) - 1], 2)
  })
})

it('a member’s encodings are those of the encoder, so that what is explained is what was scored', async () => {
  await loadTensorFlow()
  const { description, weights } = await loadMember(of.members[0])
  const { means } = await encodeImages(modelOf(description), await weights(), openReader(of.images), ['means'], () => undefined)
  const bytes = readFileSync(of.members[0].own.means!)
  expect(Buffer.from(means!.buffer).equals(bytes)).toBe(true)
})
