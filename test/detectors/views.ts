import type { FitImages, MemberView } from '../../main/detectors/detector.ts'
import { fitClassGaussians } from '../../main/detectors/gaussians.ts'
import { stream } from '../../main/models/random.ts'

const CLASSES = 3
const TRAIN = 90

/** Three classes on a circle of radius 3, and behind the training images some points to score. */
export function madeViews(members: number, points: [number, number][]): { views: MemberView[]; images: FitImages } {
  const count = TRAIN + points.length
  const classOf = Int32Array.from({ length: count }, (_, i) => i < TRAIN ? i % CLASSES : -1)
  const train = Uint32Array.from({ length: 60 }, (_, i) => i)
  const validation = Uint32Array.from({ length: 30 }, (_, i) => 60 + i)
  const views = Array.from({ length: members }, (_, m) => viewOf(m, classOf, train, points))
  return { views, images: { train, validation, classOf, classes: CLASSES } }
}

function viewOf(m: number, classOf: Int32Array, train: Uint32Array, points: [number, number][]): MemberView {
  const random = stream(`test/view-${m}`)
  const priorMeans = [0, 1, 2].map((k) => [3 * Math.cos(2 * Math.PI * k / 3), 3 * Math.sin(2 * Math.PI * k / 3)])
  const means = new Float32Array(classOf.length * 2)
  for (let i = 0; i < TRAIN; i++) means.set(priorMeans[classOf[i]].map((mu) => mu + 0.4 * random.normal()), 2 * i)
  points.forEach((point, i) => means.set(point, 2 * (TRAIN + i)))
  const gaussians = fitClassGaussians(means, 2, classOf, CLASSES, train)
  return { dimension: 2, radius: 3, priorMeans, means, gaussians, reconstruction: new Float32Array(classOf.length).map((_, i) => i + m) }
}

export const TRAINED = TRAIN
