import type { Evidence, FitImages, MemberView, PixelReader } from '../../main/detectors/detector.ts'
import { fitClassGaussians } from '../../main/detectors/gaussians.ts'
import { stream } from '../../main/models/random.ts'

const CLASSES = 3
const TRAIN = 90

/**
 * Three classes on a circle of radius 3, and behind the training images some points to score. Pixels, features and logits
 * are made from the points, so that a stranger to the latent space is one to them too.
 */
export function madeEvidence(members: number, points: [number, number][]): { evidence: Evidence; images: FitImages } {
  const count = TRAIN + points.length
  const classOf = Int32Array.from({ length: count }, (_, i) => i < TRAIN ? i % CLASSES : -1)
  const train = Uint32Array.from({ length: 60 }, (_, i) => i)
  const validation = Uint32Array.from({ length: 30 }, (_, i) => 60 + i)
  const views = Array.from({ length: members }, (_, m) => viewOf(m, classOf, train, points))
  const images = { train, validation, classOf, classes: CLASSES, seed: 1 }
  return { evidence: { views, pixels: pixelsFrom(views[0].encodings.means!) }, images }
}

function viewOf(m: number, classOf: Int32Array, train: Uint32Array, points: [number, number][]): MemberView {
  const random = stream(`test/view-${m}`)
  const priorMeans = [0, 1, 2].map((k) => [3 * Math.cos(2 * Math.PI * k / 3), 3 * Math.sin(2 * Math.PI * k / 3)])
  const means = new Float32Array(classOf.length * 2)
  for (let i = 0; i < TRAIN; i++) means.set(priorMeans[classOf[i]].map((mu) => mu + 0.4 * random.normal()), 2 * i)
  points.forEach((point, i) => means.set(point, 2 * (TRAIN + i)))
  const gaussians = fitClassGaussians(means, 2, classOf, CLASSES, train)
  const errors = new Float32Array(classOf.length).map((_, i) => i + m)
  return {
    classes: CLASSES, latent: { dimension: 2, radius: 3, priorMeans, gaussians },
    encodings: {
      means, logVariances: means.map((mean) => -1 - Math.abs(mean) / 4), bce: errors, mse: errors.map((error) => error / 784),
      ssim: errors.map((error) => error / (error + 100)),
      features: featuresFrom(means), logits: logitsFrom(means, priorMeans),
    },
  }
}

/** Four features of a point, all at least 0 as after a ReLU. */
function featuresFrom(points: Float32Array): Float32Array {
  return Float32Array.from({ length: 2 * points.length }, (_, i) => {
    const value = points[2 * Math.floor(i / 4) + i % 2]
    return Math.max(0, i % 4 < 2 ? value : -value)
  })
}

function logitsFrom(points: Float32Array, centres: number[][]): Float32Array {
  return Float32Array.from({ length: CLASSES * points.length / 2 }, (_, i) => {
    const [x, y] = points.subarray(2 * Math.floor(i / CLASSES))
    const [a, b] = centres[i % CLASSES]
    return a * x + b * y
  })
}

/** Images of 2 x 2 pixels that show where a point lies. */
function pixelsFrom(points: Float32Array): PixelReader {
  const all = featuresFrom(points).map((value) => Math.min(1, value / 10))
  return {
    count: points.length / 2, size: 4, shape: { height: 2, width: 2, channels: 1 },
    read: (positions) => Float32Array.from([...positions].flatMap((i) => [...all.subarray(4 * i, 4 * i + 4)])),
  }
}

export const TRAINED = TRAIN
