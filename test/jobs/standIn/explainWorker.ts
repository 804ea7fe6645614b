import { appendFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Explanation, LatentMap } from '../../../main/contract/explanations.ts'
import type { ExplainAnswer, ExplainedEnsemble, ExplainOrder } from '../../../main/workers/messages.ts'
import { behaviours } from './behaviours.ts'

// Stands in for the explaining worker: an image lies its position's tenth of sigma from the first class, and farther
// from each that follows; members with an odd number find it unlike any.
process.once('disconnect', () => process.exit(0))
process.on('message', (order: ExplainOrder) => void serve(order))

async function serve(order: ExplainOrder): Promise<void> {
  const asked = 'position' in order ? order.position : order.want
  appendFileSync(`${order.of.images.labels}.asked`, `${order.want} ${asked} ${process.pid}\n`)
  await setTimeout(40)
  if (order.of.seed === behaviours.deadlyToExplain) process.kill(process.pid, 'SIGKILL')
  process.send!(answerTo(order))
}

function answerTo(order: ExplainOrder): ExplainAnswer {
  const { of } = order
  if (order.want === 'explanation') return { ok: true, explanation: explanation(of, order.position) }
  if (order.want === 'maps') return { ok: true, maps: of.members.map(({ index }) => map(of, index)) }
  if (of.seed === behaviours.noRuntime) return { ok: false, message: 'There is no TensorFlow runtime in /nowhere: set one up.', hint: null }
  if (order.want === 'differences') {
    const differences = { largest: 0.25, quantile: 0.99, images: 12 }
    writeFileSync(order.target, JSON.stringify(differences))
    return { ok: true, differences }
  }
  const { height, width, channels } = of.images.snapshot
  return { ok: true, redrawn: new Uint8Array(of.members.length * height * width * channels).fill(order.position) }
}

function explanation({ members, images: { known }, classNames, imageSetId }: ExplainedEnsemble, position: number): Explanation {
  const classes = known.map((label) => classNames[label])
  return {
    position, measure: 'sigma', unlikeRate: 0.05, classes, nearest: 0,
    members: members.map(({ index }) => ({
      index, distances: classes.map((_, k) => 0.5 + position / 10 + 2 * k + index / 4), nearest: 0, threshold: 3,
      unlike: index % 2 === 1, centre: 0.5, prior: 1, place: [index, position / 10] as [number, number],
    })),
    neighbours: {
      imageSetId, by: 'features', among: 5, of: 5,
      images: [0, 1, 2, 3, 4].map((at) => ({ position: at, label: classes[0], distance: 0.1 * (at + 1) })),
    },
  }
}

const map = ({ images: { known } }: ExplainedEnsemble, index: number): LatentMap => ({
  index, dimension: 2, shares: [0.6, 0.4], centre: [0, 0], radius: 3, priors: known.map((_, k) => [k, 0]),
  classes: known.map((_, k) => ({ mean: [k, 0], covariance: [1, 0, 0, 1] })),
})
