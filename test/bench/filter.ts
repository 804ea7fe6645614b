// The filter of the result screen over 60,000 images: all parts at once, what is left in ranked order, and a sort by name.
import { passing } from '../../renderer/filter/passing.ts'
import { ranked } from '../../renderer/results/ranking.ts'
import { sorted } from '../../renderer/results/sorting.ts'
import { stream } from '../../main/models/random.ts'
import { machineLine, median } from './machine.ts'

const images = 60_000
const [noise, names] = [stream('bench/filter').normals(images), ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']]
const scores = Float32Array.from(noise)
const index = (by: number) => Array.from({ length: images }, (_, i) => (i * 7919) % by)
const set = {
  scores, labels: Int32Array.from(index(10)), nearest: Int16Array.from(index(9)), role: Uint8Array.from(index(3)),
  verdicts: Uint8Array.from(index(5)), threshold: 1, tagged: Uint8Array.from(index(2)), onPath: Uint8Array.from(index(2)),
}
const whole = {
  classes: [0, 2, 4, 6, 8], roles: [0, 1], nearest: [1, 2, 3, 4], verdicts: [0, 1], flagged: false,
  scores: [-1, 0.5] as [number, number], tags: ['dust'], path: 'a',
}
const positions = Uint32Array.from(scores.keys())
const ranking = ranked(positions, scores)

function timed(what: string, work: () => unknown): void {
  const times = Array.from({ length: 31 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  console.log(`${what}: ${median(times).toFixed(2)} ms, at most ${Math.max(...times).toFixed(1)} ms (31 times)`)
}

console.log(machineLine())
timed(`${images} images through all eight parts`, () => passing(whole, set))
timed('the same, with positions and ranks of what is left', () => {
  const passes = passing(whole, set)
  return [positions.filter((position) => passes[position] === 1), ranking.filter((position) => passes[position] === 1)]
})
timed('sorted by class', () =>
  sorted(ranking, 'class', false, { ...set, set: { classes: names }, trainedClasses: names }, new Map()))
