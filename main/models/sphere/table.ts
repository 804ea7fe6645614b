import table from '../../../resources/sphere/placements.json' with { type: 'json' }

/** One row of resources/sphere/placements.json. */
export interface Placement {
  points: number
  dimension: number
  /** The smallest angle between two of the points, in degrees. */
  angle: number
  /** The unit vectors one after the other, points x dimension numbers of eight decimals. */
  vectors: number[]
}

const placements = new Map((table as Placement[]).map((row) => [`${row.points}/${row.dimension}`, row]))

/** The tabulated unit vectors for K points in d dimensions, or undefined where the table has none. */
export function tabulated(points: number, dimension: number): number[][] | undefined {
  const row = placements.get(`${points}/${dimension}`)
  return row && Array.from({ length: points }, (_, k) => {
    const vector = row.vectors.slice(k * dimension, (k + 1) * dimension)
    const length = Math.hypot(...vector)
    return vector.map((value) => value / length)
  })
}
