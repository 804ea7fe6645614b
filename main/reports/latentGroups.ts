import { anomalyMark, classMark, otherMark } from './charts/palette.ts'
import type { Mark } from './charts/palette.ts'
import { rolesOfLabels } from './ranking.ts'
import type { ReportInput } from './reportInput.ts'

/** Images that are drawn alike, by position. */
export interface LatentGroup {
  label: string
  mark: Mark
  positions: number[]
}

const mostPoints = 3000
const fewestOfGroup = 100

/**
 * Images by what they are drawn as: known classes one by one, and last, on top, what is anomalous.
 * @param tested only the test images
 */
export function latentGroups(input: ReportInput, tested: boolean): LatentGroup[] {
  const roleOf = rolesOfLabels(input)
  const group = (label: string, mark: Mark): LatentGroup => ({ label, mark, positions: [] })
  const known = new Map(
    input.known.map((label, i) => [label, group(input.classNames[label] ?? '?', classMark(i))]),
  )
  const others = {
    'left out': group('left out', otherMark),
    unlabelled: group('no label', otherMark),
    'held-out': group('held out', anomalyMark),
    flagged: group('no label, flagged', anomalyMark),
  }
  input.labels.forEach((label, position) => {
    if (tested && input.splits[position] !== 2) return
    const role = roleOf(label)
    const strange = role === 'unlabelled' && input.scores[position] > input.threshold
    const into = role === 'known' ? known.get(label)! : others[strange ? 'flagged' : role]
    into.positions.push(position)
  })
  return [...known.values(), ...Object.values(others)].filter(({ positions }) => positions.length > 0)
}

/**
 * As many images as a picture bears (about 3,000): each group thinned
 * evenly, but never so far that it disappears.
 */
export function thinned(groups: LatentGroup[]): LatentGroup[] {
  const all = sizeOf(groups)
  if (all <= mostPoints) return groups
  const fewest = Math.min(fewestOfGroup, Math.floor(mostPoints / groups.length))
  const quota = (size: number) => Math.min(size, Math.max(fewest, Math.round((size / all) * mostPoints)))
  return groups.map((group) => ({
    ...group,
    positions: evenly(group.positions, quota(group.positions.length)),
  }))
}

/** How many images some groups hold. */
export function sizeOf(groups: LatentGroup[]): number {
  return groups.reduce((sum, { positions }) => sum + positions.length, 0)
}

/** `most` of the values at even steps. */
function evenly(values: number[], most: number): number[] {
  return Array.from({ length: most }, (_, i) => values[Math.floor((i * values.length) / most)])
}
