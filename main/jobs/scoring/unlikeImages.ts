import type { Spread, Statistics } from '../../datasets/statistics.ts'

/**
 * In which ways images are unlike those that an ensemble was trained on, in sentences: an ensemble takes for
 * strange whatever was photographed differently. A quantity is unlike where the median of these lies outside
 * the middle nine tenths of those.
 */
export function unlikeImages(these: Statistics, those: Statistics): string[] {
  return [
    beside(these.longSide, those.longSide, 1.5, size),
    beside(these.proportion, those.proportion, 1.2, proportion),
    beside(these.brightness, those.brightness, 1, brightness),
    beside(these.contrast, those.contrast, 1, contrast),
    colour(these.inColour, those.inColour),
  ].filter((sentence) => sentence !== null)
}

type Sentence = (these: number, those: number) => string

const size: Sentence = (a, b) =>
  `The originals' longer side is about ${Math.round(a)} pixels, that of the training images ${Math.round(b)}.`

const proportion: Sentence = (a, b) =>
  `The originals are about ${a.toFixed(2)} times as wide as high, the training images ${b.toFixed(2)} times.`

const brightness: Sentence = (a, b) =>
  `These images are ${a < b ? 'darker' : 'brighter'} than the training images.`

const contrast: Sentence = (a, b) =>
  `These images have ${a < b ? 'less' : 'more'} contrast than the training images.`

/** @param slack how many times the range may be exceeded in either direction */
function beside(these: Spread, those: Spread, slack: number, sentence: Sentence): string | null {
  const inside = these.median >= those.low / slack && these.median <= those.high * slack
  return inside ? null : sentence(these.median, those.median)
}

function colour(these: number, those: number): string | null {
  if (Math.abs(these - those) <= 0.5) return null
  const [here, there] = these > those ? ['in colour', 'grey'] : ['grey', 'in colour']
  return `Most of these images are ${here}, most of the training images ${there}.`
}
