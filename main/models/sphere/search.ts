import { stream } from '../random.ts'
import { energy, normalised, smallestSquaredDistance } from './energy.ts'
import { minimise } from './lbfgs.ts'
import { canonicalPose } from './pose.ts'

/** How much a search may try. */
export interface Effort {
  /** Random starts. */
  starts: number
  /** Energy evaluations for each start. */
  evaluations: number
}

/** A placement on its way. */
interface Candidate {
  /** K x d, flat, of any lengths. */
  vectors: Float64Array
  /** Evaluations that it may still use. */
  left: number
}

/**
 * Where a descent begins, as log2 of s in distance^-2s, start by start: no exponent finds every placement.
 * The 24-cell (K = 24, d = 4) is found from distance^-4, K = 12 in d = 5 from distance^-128, K = 20 in d = 6
 * from distance^-512, each seldom or never from the others.
 */
const BEGINNINGS = [4, 6, 8, 1]

/** Where the rough descent ends; its smallest angles are right to some hundredths of a degree. */
const ROUGH = 10

/**
 * Where the max-min polish ends: with s = 2^20 the energy's minimum has the best smallest angle to 1e-4
 * degrees.
 */
const FINE = 20

/** Starts that are polished, the best of the rough descents. */
const FINALISTS = 4

/** A descent that gains less than this in a step has arrived. */
const TOLERANCE = 1e-10

/** Points squared times dimensions that a search may go through in all: some seconds on one core. */
const WORK = 2e9

/** What a step costs beside its pairs, in the same measure: points times dimensions times this. */
const OVERHEAD = 100

/** Evaluations after which nearly every descent has arrived. */
const ENOUGH = 1500

/**
 * K unit vectors in d dimensions with a smallest angle as large as can be found: from seeded random starts
 * the repulsion distance^-2s is minimised with s growing fourfold a stage, and the best are polished with s
 * up to 2^20, which is maximising the smallest distance. The same arguments give the same vectors.
 */
export function searchPlacement(
  points: number, dimension: number, effort = affordable(points, dimension),
): number[][] {
  const rough = Array.from({ length: effort.starts }, (_, start) => {
    const candidate = { vectors: randomStart(points, dimension, start), left: effort.evaluations }
    descend(candidate, dimension, BEGINNINGS[start % BEGINNINGS.length], ROUGH)
    return candidate
  })
  const finalists = byDistance(rough, dimension).slice(0, FINALISTS)
  for (const candidate of finalists) descend(candidate, dimension, ROUGH + 2, FINE)
  const best = normalised(byDistance(finalists, dimension)[0].vectors, dimension)
  return canonicalPose(rows(best, dimension))
}

/**
 * What a search for K points in d dimensions can afford in a few seconds on one core: in 8 dimensions all 60
 * starts up to 20 points, 8 starts for 100 points (a smallest angle within about 0.2 degrees of what 60
 * find), one start that has nearly arrived for 1,000, and from about 3,000 on a random start that was pushed
 * apart a few times. Ten thousand points take some ten seconds for four steps.
 */
export function affordable(points: number, dimension: number): Effort {
  const evaluations = Math.floor(WORK / (points * dimension * (points + OVERHEAD)))
  const starts = Math.max(1, Math.min(60, Math.floor(evaluations / ENOUGH)))
  return { starts, evaluations: Math.max(4, Math.min(ENOUGH, evaluations)) }
}

/** Independent normal vectors: their directions are uniform on the sphere. */
function randomStart(points: number, dimension: number, start: number): Float64Array {
  return Float64Array.from(stream(`sphere/${points}/${dimension}/${start}`).normals(points * dimension))
}

/** Minimises the repulsion at s = 2^first, 2^(first+2), ..., 2^last; a stage may use half of what is left. */
function descend(candidate: Candidate, dimension: number, first: number, last: number) {
  const { vectors } = candidate
  for (let halvings = first; halvings <= last && candidate.left > 1; halvings += 2) {
    vectors.set(normalised(vectors, dimension))
    const objective = (x: Float64Array, gradient: Float64Array) => energy(x, dimension, halvings, gradient)
    const evaluations = Math.ceil(candidate.left / 2)
    candidate.left -= minimise(objective, vectors, { evaluations, tolerance: TOLERANCE })
  }
}

/** The candidates with the largest smallest distance first. */
function byDistance(candidates: Candidate[], dimension: number): Candidate[] {
  const distance = new Map(candidates.map((candidate) => {
    return [candidate, smallestSquaredDistance(normalised(candidate.vectors, dimension), dimension)]
  }))
  return candidates.toSorted((a, b) => distance.get(b)! - distance.get(a)!)
}

function rows(flat: Float64Array, dimension: number): number[][] {
  return Array.from({ length: flat.length / dimension }, (_, k) => [
    ...flat.subarray(k * dimension, (k + 1) * dimension),
  ])
}
