import { describe, expect, it } from 'vitest'
import type { Detector, Evidence, FitImages, MemberView } from '../../main/detectors/detector.ts'
import { detectorNamed } from '../../main/detectors/registry.ts'
import { madeEvidence } from './views.ts'
import reference from './fixtures/classifier.json' with { type: 'json' }

const { classes, labels, members } = reference
const classOf = Int32Array.from(labels)
const train = Uint32Array.from(classOf.keys().filter((i) => classOf[i] >= 0))
const images: FitImages = { train, validation: train.slice(60), classOf, classes, seed: 1 }
const pixels = { ...madeEvidence(1, []).evidence.pixels, count: labels.length }

const viewOf = ({ features, logits }: { features: number[]; logits: number[] }): MemberView =>
  ({ classes, latent: null, encodings: { features: Float32Array.from(features), logits: Float32Array.from(logits) } })

const evidenceOf = (some: typeof members): Evidence => ({ views: some.map(viewOf), pixels })

async function scoresOf(detector: Detector, evidence: Evidence): Promise<number[]> {
  return Array.from(await detector.score(evidence, await detector.fit(evidence, images)))
}

/** Standardised on the validation inliers, as NumPy's std with ddof=1 would. */
function standardised(values: number[]): number[] {
  const inliers = Array.from(images.validation, (i) => values[i])
  const mean = inliers.reduce((a, b) => a + b) / inliers.length
  const variance = inliers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (inliers.length - 1)
  return values.map((value) => (value - mean) / Math.sqrt(variance))
}

function expectClose(found: number[], expected: number[], tolerance: number) {
  expect(found).toHaveLength(expected.length)
  found.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(tolerance * (1 + Math.abs(expected[i]))))
}

describe('an ensemble of two by its averaged softmax is what SciPy gives, as a logarithm, to 1e-9', () => {
  it.each(Object.entries(reference.ensemble))('%s', async (id, expected) => {
    const scores = await scoresOf(detectorNamed(id), evidenceOf(members))
    expectClose(scores.map(Math.exp), expected, 1e-9)
  })
})

describe('one member, standardised, is what NumPy, SciPy and scikit-learn give', () => {
  it.each(Object.entries(reference.first))('%s', async (id, expected) => {
    const scores = await scoresOf(detectorNamed(id), evidenceOf(members.slice(0, 1)))
    // Directions of features are kept in single precision, all else is in double.
    expectClose(scores, standardised(expected), id === 'feature-knn' ? 1e-5 : 1e-8)
  })

  it.each(Object.keys(reference.first))('%s of two members is the mean of theirs', async (id) => {
    const detector = detectorNamed(id)
    const [first, second] = await Promise.all(members.map((member) => scoresOf(detector, evidenceOf([member]))))
    const both = await scoresOf(detector, evidenceOf(members))
    expectClose(both, first.map((score, i) => (score + second[i]) / 2), 1e-12)
  })
})
