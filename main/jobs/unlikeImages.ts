import type { Spread, Statistics } from '../datasets/statistics.ts'

/**
 * In which ways images are unlike those that an ensemble was trained on, in sentences: an ensemble takes for
 * strange whatever was photographed differently. A quantity is unlike where the median of these lies outside
 * the middle nine tenths of those.
 */
export function unlikeImages(these: Statistics, those: Statistics): string[] {
  return [
    beside(these.longSide, those.longSide, 1.5, (a, b) => `The originals' longer side is about ${Math.round(a)} pixels, that of the training images about ${Math.round(b)}.`),
    beside(these.proportion, those.proportion, 1.2, (a, b) => `The originals' width is about ${a.toFixed(2)} times their height, that of the training images ${b.toFixed(2)} times.`),
    beside(these.brightness, those.brightness, 1, (a, b) => `These images are ${a < b ? 'darker' : 'brighter'} than the training images.`),
    beside(these.contrast, those.contrast, 1, (a, b) => `These images have ${a < b ? 'less' : 'more'} contrast than the training images.`),
    colour(these.inColour, those.inColour),
  ].filter((sentence) => sentence !== null)
}

/** @param slack how many times the range may be exceeded in either direction */
function beside(these: Spread, those: Spread, slack: number, sentence: (these: number, those: number) => string): string | null {
  const inside = these.median >= those.low / slack && these.median <= those.high * slack
  return inside ? null : sentence(these.median, those.median)
}

function colour(these: number, those: number): string | null {
  if (Math.abs(these - those) <= 0.5) return null
  const [here, there] = these > those ? ['in colour', 'grey'] : ['grey', 'in colour']
  return `Most of these images are ${here}, most of the training images ${there}.`
}
