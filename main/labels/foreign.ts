import type { Detector, Evidence, FitImages } from '../detectors/detector.ts'
import type { Panel } from './outOfFold.ts'

/**
 * How little each image is like any class, by position: the detector's score from the members that never saw the image,
 * which is fitted to what those members learned from. NaN where nobody judges.
 */
export async function foreignScores(
  detector: Detector, { views, pixels }: Evidence, images: FitImages, panels: Panel[],
): Promise<Float64Array> {
  const merged = new Float64Array(images.classOf.length).fill(NaN)
  for (const { members, positions } of panels) {
    const evidence = { views: members.map((m) => views[m]), pixels }
    const unseen = new Set(positions)
    const learned = { ...images, train: images.train.filter((position) => !unseen.has(position)) }
    const scores = await detector.score(evidence, await detector.fit(evidence, learned))
    for (const position of positions) merged[position] = scores[position]
  }
  return merged
}
