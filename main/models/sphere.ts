import { circle, embed, orthogonalSimplices, simplex } from './sphere/simplex.ts'
import { searchPlacement } from './sphere/search.ts'
import { tabulated } from './sphere/table.ts'

/**
 * Where the K classes' prior means lie: K points on the sphere of a radius in d dimensions, with a smallest
 * angle between two of them that is as large as is known (Tammes' problem).
 *
 * - One class: the point (radius, 0, ..., 0).
 * - d = 2: evenly on the circle, 360/K degrees apart.
 * - K <= d+1: the regular simplex, acos(-1/(K-1)) apart.
 * - d+2 <= K <= 2d: K-d simplices in orthogonal subspaces, 90 degrees apart.
 * - Otherwise the best of many seeded starts of an energy minimisation: from the table in resources/sphere,
 *   or searched for on demand, which takes some seconds where there are hundreds of points
 *   (`searchPlacement`).
 *
 * All but the last are centred (their sum is 0, for K >= 2); the last are nearly, in most cases. The same
 * arguments always give the same points, the first of them on the first axis.
 *
 * @returns K vectors of d coordinates.
 * @throws RangeError unless K >= 1 and d >= 2 are whole numbers and the radius is positive and finite.
 */
export function placeMeans(classes: number, dimension: number, radius: number): number[][] {
  if (!(Number.isInteger(classes) && classes >= 1)) {
    throw new RangeError(`The number of classes must be a whole number from 1 on, not ${classes}.`)
  }
  if (!(Number.isInteger(dimension) && dimension >= 2)) {
    throw new RangeError(`The latent dimension must be a whole number from 2 on, not ${dimension}.`)
  }
  if (!(radius > 0 && Number.isFinite(radius))) {
    throw new RangeError(`The radius of the sphere must be a positive number, not ${radius}.`)
  }
  return placeOnUnitSphere(classes, dimension).map((mean) => mean.map((value) => value * radius))
}

function placeOnUnitSphere(classes: number, dimension: number): number[][] {
  if (classes === 1) return [embed([1], 0, dimension)]
  if (dimension === 2) return circle(classes)
  if (classes <= dimension) return simplex(classes - 1).map((corner) => embed(corner, 0, dimension))
  if (classes <= 2 * dimension) return orthogonalSimplices(classes, dimension)
  return tabulated(classes, dimension) ?? searchedOnce(classes, dimension)
}

const searched = new Map<string, number[][]>()

/** A search's result is kept while the process lives: the same placement is asked for by every member. */
function searchedOnce(classes: number, dimension: number): number[][] {
  const key = `${classes}/${dimension}`
  const found = searched.get(key) ?? searchPlacement(classes, dimension)
  searched.set(key, found)
  return found
}
