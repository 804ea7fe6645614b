/** What a tree is grown from: whole numbers below n, and numbers in [0, 1). */
export interface TreeRandom {
  integer(n: number): number
  uniform(): number
}

/**
 * A tree as numbers, three a node, in the order of a walk that goes left first: the feature, the value up to which a
 * vector goes left (to the next node), and where the node on the right begins. A leaf has the feature -1 and, in place
 * of the value, its path length.
 */
export type IsolationTree = number[]

const EULER = 0.577_215_664_901_532_9

/**
 * c(n), the mean path length of an unsuccessful search in a binary search tree of n nodes: 2 H(n-1) - 2 (n-1)/n with
 * H(i) = ln i + 0.5772 (Liu, Ting and Zhou 2008, equation 1); 1 for two nodes and 0 for fewer, as in scikit-learn.
 */
export function meanPathLength(nodes: number): number {
  if (nodes <= 2) return Math.max(0, nodes - 1)
  return 2 * (Math.log(nodes - 1) + EULER) - (2 * (nodes - 1)) / nodes
}

/**
 * Grows a tree (their algorithm 2): each node parts its vectors at a random value of a random feature that varies
 * among them, until they are alone, alike, or as deep as a balanced tree would be.
 * @param vectors n x width, flat
 */
export function growTree(vectors: Float32Array, width: number, random: TreeRandom): IsolationTree {
  const count = vectors.length / width
  const deepest = Math.ceil(Math.log2(Math.max(2, count)))
  const tree: IsolationTree = []
  const grow = (rows: number[], depth: number): void => {
    const split = depth < deepest && rows.length > 1 ? randomSplit(vectors, width, rows, random) : null
    const node = tree.length
    if (!split) return void tree.push(-1, depth + meanPathLength(rows.length), -1)
    tree.push(split.feature, split.value, 0)
    const goesLeft = (row: number) => vectors[row * width + split.feature] <= split.value
    grow(rows.filter(goesLeft), depth + 1)
    tree[node + 2] = tree.length
    grow(rows.filter((row) => !goesLeft(row)), depth + 1)
  }
  grow(Array.from({ length: count }, (_, row) => row), 0)
  return tree
}

/** Features are tried in random order until one varies; null where none does. */
function randomSplit(vectors: Float32Array, width: number, rows: number[], random: TreeRandom) {
  const features = Uint32Array.from({ length: width }, (_, feature) => feature)
  for (let left = width; left > 0; left--) {
    const chosen = random.integer(left)
    const feature = features[chosen]
    features[chosen] = features[left - 1]
    const { least, most } = rangeOf(vectors, width, rows, feature)
    if (least < most) return { feature, value: between(least, most, random.uniform()) }
  }
  return null
}

/** In single precision as the vectors are, and below the largest, so that either side gets a vector. */
function between(least: number, most: number, share: number): number {
  const value = Math.fround(least + share * (most - least))
  return value < most ? value : least
}

function rangeOf(vectors: Float32Array, width: number, rows: number[], feature: number) {
  let [least, most] = [Infinity, -Infinity]
  for (const row of rows) {
    const value = vectors[row * width + feature]
    if (value < least) least = value
    if (value > most) most = value
  }
  return { least, most }
}

/** h(x): how deep a vector falls, with c(n) for the n vectors that its leaf did not tell apart. */
export function pathLength(tree: ArrayLike<number>, vectors: Float32Array, start: number): number {
  let node = 0
  while (tree[node] >= 0) node = vectors[start + tree[node]] <= tree[node + 1] ? node + 3 : tree[node + 2]
  return tree[node + 1]
}
