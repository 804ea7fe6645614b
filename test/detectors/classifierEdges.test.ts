import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Evidence, FitImages } from '../../main/detectors/detector.ts'
import { detectorNamed } from '../../main/detectors/registry.ts'
import { stream } from '../../main/models/random.ts'
import { madeEvidence } from './views.ts'

const { evidence: { pixels } } = madeEvidence(1, [])

/** Images of one member that says these features and logits (images x width, images x 3); all but the last few are known. */
function made(features: Float32Array, logits: Float32Array, strangers: number): { evidence: Evidence; images: FitImages } {
  const count = logits.length / 3
  const classOf = Int32Array.from({ length: count }, (_, i) => i < count - strangers ? i % 3 : -1)
  const train = Uint32Array.from({ length: count - strangers }, (_, i) => i)
  const views = [{ classes: 3, latent: null, encodings: { features, logits } }]
  return { evidence: { views, pixels: { ...pixels, count } }, images: { train, validation: train, classOf, classes: 3, seed: 1 } }
}

async function scored(id: string, { evidence, images }: ReturnType<typeof made>): Promise<Float64Array> {
  const detector = detectorNamed(id)
  return detector.score(evidence, await detector.fit(evidence, images))
}

const softmaxOnly = (logits: number[]) => made(new Float32Array(logits.length), Float32Array.from(logits), 0)

describe.each(['max-softmax', 'entropy'])('%s', (id) => {
  it('keeps images apart of which the classifier is sure beyond single and double precision', async () => {
    const scores = await scored(id, softmaxOnly([1000, 0, 0, 1010, 0, 0, 30, 0, 0, 31, 0, 0]))
    expect(Float32Array.from(scores).every(Number.isFinite)).toBe(true)
    expect([...scores.keys()].sort((a, b) => scores[a] - scores[b])).toEqual([1, 0, 3, 2])
  })

  it('is highest where all classes are as probable', async () => {
    const scores = await scored(id, softmaxOnly([5, 5, 5, 5, 5, 4.9, 9, 0, 0]))
    expect(scores[0]).toBeGreaterThan(scores[1])
    expect(Math.exp(scores[0])).toBeCloseTo(id === 'entropy' ? Math.log(3) : 2 / 3, 12)
  })
})

it('the entropy is that of its definition', async () => {
  const logit = fc.double({ min: -8, max: 8, noNaN: true })
  await fc.assert(fc.asyncProperty(fc.tuple(logit, logit, logit), async (logits) => {
    const exps = Array.from(Float32Array.from(logits), Math.exp)
    const p = exps.map((x) => x / exps.reduce((a, b) => a + b))
    const [score] = await scored('entropy', softmaxOnly(logits))
    expect(Math.exp(score)).toBeCloseTo(-p.reduce((sum, x) => sum + x * Math.log(x), 0), 10)
  }), { seed: 6, numRuns: 100 })
})

const FEATURES = ['feature-mahalanobis', 'relative-mahalanobis', 'feature-knn', 'vim']

/** Five features around their class, of which the last is 0 for all known images, as of a dead ReLU; logits at will. */
function withDeadFeature(count: number, stranger: number[]) {
  const random = stream('dead')
  const features = Float32Array.from({ length: count * 5 }, (_, at) =>
    at % 5 === 4 ? 0 : 4 + (Math.floor(at / 5) % 3 === at % 5 ? 3 : 0) + random.normal())
  features.set(stranger, (count - 1) * 5)
  return made(features, stream('logits').normals(count * 3).map((l) => l + 3), 1)
}

// What is strange to the background too counts for nothing in the relative distance.
it.each(FEATURES.filter((id) => id !== 'relative-mahalanobis'))('%s finds a stranger that wakes a dead feature', async (id) => {
  const scores = await scored(id, withDeadFeature(91, [5, 5, 5, 5, 9]))
  expect(scores[90]).toBeGreaterThan(Math.max(...scores.subarray(0, 90)))
})

describe.each(FEATURES)('%s', (id) => {
  it.each([90, 4])('has finite scores with a dead feature that a stranger wakes, or without any feature, of %i known', async (known) => {
    for (const stranger of [[5, 5, 5, 5, 9], [0, 0, 0, 0, 0]]) {
      const scores = await scored(id, withDeadFeature(known + 1, stranger))
      expect(Float32Array.from(scores).every(Number.isFinite)).toBe(true)
    }
  })

  it('has a finite score where all features of all images are the same', async () => {
    const scores = await scored(id, made(new Float32Array(60).fill(0.5), new Float32Array(36).fill(1), 2))
    expect(scores.every(Number.isFinite)).toBe(true)
  })
})

it('features of one known class are enough where no other is compared with', async () => {
  const all = withDeadFeature(91, [9, 0, 9, 0, 0])
  all.images.classes = 1
  all.images.classOf.fill(0, 0, 90)
  for (const id of ['feature-mahalanobis', 'feature-knn']) {
    const scores = await scored(id, all)
    expect(scores[90]).toBeGreaterThan(scores.subarray(0, 90).toSorted()[80])
  }
})
