// Statistics: AUROC of a million scores, bootstrap, DeLong, class distances, random numbers, placements.
import { fitClassGaussians, squaredMahalanobis } from '../../main/detectors/gaussians.ts'
import { auroc, aurocOf } from '../../main/metrics/auroc.ts'
import { bootstrapInterval } from '../../main/metrics/bootstrap.ts'
import { delongTest } from '../../main/metrics/delong.ts'
import { stream } from '../../main/models/random.ts'
import { placeMeans } from '../../main/models/sphere.ts'
import { machineLine, median } from './machine.ts'

function timed(what: string, times: number, work: () => unknown) {
  const seconds = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return (performance.now() - start) / 1000
  })
  console.log(`${what}: ${median(seconds).toPrecision(3)} s (median of ${times})`)
}

/** A fifth anomalies, shifted by one standard deviation. */
function scored(images: number) {
  const isAnomaly = Uint8Array.from({ length: images }, (_, i) => (i % 5 === 0 ? 1 : 0))
  const noise = stream(`bench/${images}`).normals(images)
  const scores = Float64Array.from(noise, (z, i) => z + isAnomaly[i])
  return { scores, isAnomaly }
}

const million = scored(1_000_000)
timed('AUROC of 1,000,000 scores', 7, () => auroc(million.scores, million.isAnomaly))

const some = scored(20_000)
timed('Bootstrap of the AUROC, 10,000 resamples of 20,000 scores', 3, () => {
  bootstrapInterval(some.scores, some.isAnomaly, aurocOf, stream('bench/bootstrap'))
})

const other = Float64Array.from(some.scores, (score) => -score)
timed("DeLong's test of two detectors on 20,000 images", 7, () => {
  delongTest(some.scores, other, some.isAnomaly)
})

const latents = stream('bench/latents').normals(70_000 * 8)
const labels = Int32Array.from({ length: 70_000 }, (_, i) => i % 10)
const gaussians = fitClassGaussians(latents, 8, labels, 10)
timed('Class Gaussians of 70,000 images, d = 8, 10 classes', 7, () => {
  fitClassGaussians(latents, 8, labels, 10)
})
timed('Their 700,000 squared Mahalanobis distances', 7, () => squaredMahalanobis(gaussians, latents))

timed('1,024 normal random numbers', 99, () => stream('bench/normals').normals(1024))
timed('A permutation of 60,000', 99, () => stream('bench/permutation').permutation(60_000))
timed('Placing 100 classes in 8 dimensions, searched for', 1, () => placeMeans(100, 8, 3))
timed('Placing 1,000 classes in 8 dimensions, searched for', 1, () => placeMeans(1000, 8, 3))
console.log(machineLine())
