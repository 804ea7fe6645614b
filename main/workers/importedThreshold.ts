import { quantileThreshold } from '../metrics/quantileThreshold.ts'
import { type Assignment, knownPositions, TEST, TRAIN, VALIDATION } from './runImages.ts'

interface Threshold { value: number; rule: string }

/**
 * The threshold of scores from elsewhere: by the validation images of the known classes as for our own, and where none
 * of those has a score by the next best, which the rule and a warning name.
 */
export function importedThreshold(
  { scores, missing }: { scores: Float32Array; missing: number[] }, assignment: Assignment, rate: number,
): { threshold: Threshold; warnings: string[] } {
  const without = new Set(missing)
  const scored = (positions: Uint32Array) => positions.filter((position) => !without.has(position))
  const choices: [string, () => Uint32Array][] = [
    ['validation images of the known classes', () => knownPositions(assignment, VALIDATION)],
    ['training images of the known classes', () => knownPositions(assignment, TRAIN)],
    ['test images of the known classes', () => knownPositions(assignment, TEST)],
    ['scored images', () => Uint32Array.from(scores.keys())],
  ]
  const [index, positions] = firstOf(choices.map(([, of]) => () => scored(of())))
  const value = quantileThreshold(Float64Array.from(positions, (position) => scores[position]), rate).threshold
  const threshold = { value, rule: `at most ${rate * 100} % of the ${choices[index][0]} score higher` }
  return { threshold, warnings: index === 0 ? [] : [unusual(choices[0][0], choices[index][0])] }
}

/** The first that is not empty, with its index. */
function firstOf(choices: (() => Uint32Array)[]): [number, Uint32Array] {
  for (const [index, choice] of choices.entries()) {
    const positions = choice()
    if (positions.length > 0) return [index, positions]
  }
  throw new RangeError('A threshold needs at least one score.')
}

function unusual(wanted: string, taken: string): string {
  return `No ${wanted} have a score: the threshold rests on the ${taken}, and says less of new images.`
}
