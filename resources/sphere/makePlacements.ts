/**
 * Makes placements.json, the table behind `placeMeans`: for every dimension from 3 to 8 and every number of
 * points from 2d+1 (below there are closed forms) to 24 the best of 400 starts, of 1,500 from d = 7 on. It
 * takes about a quarter of an hour on one core, and the same Node version always makes the same file.
 *
 *   node resources/sphere/makePlacements.ts
 */
import { writeFileSync } from 'node:fs'
import { smallestAngle } from '../../main/models/sphere/angle.ts'
import { searchPlacement } from '../../main/models/sphere/search.ts'
import type { Placement } from '../../main/models/sphere/table.ts'

const DIMENSIONS = [3, 4, 5, 6, 7, 8]
const MOST_POINTS = 24

function place(points: number, dimension: number): Placement {
  const effort = { starts: dimension < 7 ? 400 : 1500, evaluations: 1500 }
  const found = searchPlacement(points, dimension, effort)
  const vectors = found.flat().map((value) => Number(value.toFixed(8)))
  const angle = Number(smallestAngle(found).toFixed(4))
  console.error(`${points} points in ${dimension} dimensions: ${angle} degrees`)
  return { points, dimension, angle, vectors }
}

const rows = DIMENSIONS.flatMap((dimension) => {
  const counts = Array.from({ length: MOST_POINTS - 2 * dimension }, (_, i) => 2 * dimension + 1 + i)
  return counts.map((points) => place(points, dimension))
})
const lines = rows.map((row) => JSON.stringify(row)).join(',\n')
writeFileSync(new URL('placements.json', import.meta.url), `[\n${lines}\n]\n`)
