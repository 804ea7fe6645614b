import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { UMAP } from 'umap-js'
import { nearestRows } from './neighbours.ts'
import { sampleRows } from './principalComponents.ts'

/** Float32, count x 3, the third coordinate 0: of all images, and of the middles of the classes. */
export interface UmapPlaces { images: Float32Array; centres: Float32Array }

export interface UmapQuestion { means: Float32Array; centres: Float32Array; dimension: number; seed: number }

/** As many as UMAP's authors take. */
export const umapNeighbours = 15
/** What was not fitted is put among so many of its nearest that were. */
const placedBy = 5
/** Which part of the time the fit takes, about; the rest is placing the others. */
const fitShare = 0.8
/** Which part of the fit its search for neighbours takes. */
const searchShare = 0.3

/**
 * Two dimensions in which neighbours stay neighbours (UMAP: McInnes, Healy, Melville 2018), fitted on a sample at even
 * steps; the same for the same seed.
 * @param told called with the share that is done
 */
export function umapPlaces({ means, centres, dimension, seed }: UmapQuestion, told: (share: number) => void): UmapPlaces {
  const rows = sampleRows(means.length / dimension)
  const sample = new Float32Array(rows.length * dimension)
  rows.forEach((row, i) => sample.set(means.subarray(row * dimension, (row + 1) * dimension), i * dimension))
  const fitted = fit(sample, dimension, seed, (share) => told(share * fitShare))
  const others = means.length / dimension
  const images = placed(means, sample, fitted, dimension, (done) => told(fitShare + ((1 - fitShare) * done) / others))
  rows.forEach((row, i) => images.set(fitted[i], 3 * row))
  return { images, centres: placed(centres, sample, fitted, dimension) }
}

function fit(sample: Float32Array, dimension: number, seed: number, told: (share: number) => void): number[][] {
  const count = sample.length / dimension
  const vectors = Array.from({ length: count }, (_, i) => [...sample.subarray(i * dimension, (i + 1) * dimension)])
  const nNeighbors = Math.min(umapNeighbours, count - 1)
  if (nNeighbors < 2) return vectors.map((vector) => vector.slice(0, 2))
  const { indices, distances } = nearestRows(sample, sample, dimension, nNeighbors, (done) => told((searchShare * done) / count))
  const umap = new UMAP({ nNeighbors, random: uniform(seed) })
  umap.setPrecomputedKNN(split([...indices], nNeighbors), split([...distances], nNeighbors))
  const epochs = umap.initializeFit(vectors)
  for (let epoch = 0; epoch < epochs; epoch++) {
    umap.step()
    if (epoch % 10 === 0) told(searchShare + ((1 - searchShare) * epoch) / epochs)
  }
  return umap.getEmbedding()
}

function uniform(seed: number): () => number {
  const generator = xoroshiro128plus(seed)
  return () => (generator.next() >>> 0) / 2 ** 32
}

const split = (flat: number[], width: number): number[][] =>
  Array.from({ length: flat.length / width }, (_, i) => flat.slice(i * width, (i + 1) * width))

/** Each point at the mean of its nearest in the sample, weighted by how near they are. */
function placed(
  points: Float32Array, sample: Float32Array, places: number[][], dimension: number, told?: (done: number) => void,
): Float32Array {
  const count = Math.min(placedBy, places.length)
  const { indices, distances } = nearestRows(sample, points, dimension, count, told)
  const result = new Float32Array((points.length / dimension) * 3)
  for (let i = 0; i * count < indices.length; i++) {
    let total = 0
    for (let n = i * count; n < (i + 1) * count; n++) {
      const weight = 1 / Math.max(1e-9, distances[n])
      total += weight
      result[3 * i] += weight * places[indices[n]][0]
      result[3 * i + 1] += weight * places[indices[n]][1]
    }
    result[3 * i] /= total
    result[3 * i + 1] /= total
  }
  return result
}
