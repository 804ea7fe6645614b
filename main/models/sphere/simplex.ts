/** K points evenly on the unit circle, the first at (1, 0): neighbours are 360/K degrees apart. */
export function circle(points: number): number[][] {
  return Array.from({ length: points }, (_, k) => {
    const angle = (2 * Math.PI * k) / points
    return [Math.cos(angle), Math.sin(angle)]
  })
}

/**
 * The n+1 corners of the regular simplex on the unit sphere in n dimensions, in lower triangular form, so
 * that corner 0 is (1, 0, ..., 0). Two corners are acos(-1/n) apart and their sum is 0.
 *
 * Corner j has h_j = sqrt((n+1)(n-j) / (n (n-j+1))) as coordinate j, the corners behind it -h_j / (n-j).
 */
export function simplex(n: number): number[][] {
  const corners = Array.from({ length: n + 1 }, () => zeros(n))
  for (let j = 0; j < n; j++) {
    const height = Math.sqrt(((n + 1) * (n - j)) / (n * (n - j + 1)))
    corners[j][j] = height
    for (let k = j + 1; k <= n; k++) corners[k][j] = -height / (n - j)
  }
  return corners
}

/**
 * K unit vectors in d dimensions for d+1 <= K <= 2d: K-d simplices, of sizes as equal as can be, each in a
 * subspace of its own. Points of different simplices are 90 degrees apart, points of the same one further,
 * which is the best that more than d+1 points can do (Rankin 1955); and unlike a part of the
 * cross-polytope they are centred.
 */
export function orthogonalSimplices(points: number, dimension: number): number[][] {
  const count = points - dimension
  const placed: number[][] = []
  let first = 0
  for (let i = 0; i < count; i++) {
    const n = Math.floor((dimension * (i + 1)) / count) - first
    placed.push(...simplex(n).map((corner) => embed(corner, first, dimension)))
    first += n
  }
  return placed
}

/** The vector with zeros before and behind it, so that it starts at coordinate `first` of `dimension`. */
export function embed(vector: number[], first: number, dimension: number): number[] {
  const embedded = zeros(dimension)
  vector.forEach((value, j) => (embedded[first + j] = value))
  return embedded
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0)
}
