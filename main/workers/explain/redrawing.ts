import * as tf from '@tensorflow/tfjs-core'
import { imagesAtOnce } from '../../models/encoding.ts'
import { modelOf } from '../../models/memberDescription.ts'
import { decode, type Weights, weightsOf } from '../../models/network.ts'
import type { Architecture } from '../../models/architecture.ts'
import { loadMember } from '../memberFiles.ts'
import type { ExplainedEnsemble } from '../messages.ts'
import { readRows } from './rowFile.ts'

/** The members' networks, in the order of the ensemble, with their weights in TensorFlow. */
export interface Drawers { networks: Architecture[]; weights: Weights[] }

/** @throws Error where the members are classifiers, which draw nothing */
export async function readDrawers({ kind, members }: ExplainedEnsemble): Promise<Drawers> {
  if (kind === 'cnn') throw new Error('This ensemble is of classifiers: they draw no image again.')
  const drawers: Drawers = { networks: [], weights: [] }
  for (const files of members) {
    const { description, weights } = await loadMember(files)
    const model = modelOf(description)
    const parameters = await weights()
    drawers.networks.push(model.network)
    drawers.weights.push(tf.tidy(() => weightsOf(tf.tensor1d(parameters), model.slots)))
  }
  return drawers
}

export function dropDrawers({ weights }: Drawers): void {
  tf.dispose(weights)
}

/** An image as each member draws it from its posterior mean: bytes, members x height x width x channels. */
export async function redraw(of: ExplainedEnsemble, drawers: Drawers, position: number): Promise<Uint8Array> {
  const drawn: Uint8Array[] = []
  for (const [m, { asked }] of of.members.entries()) {
    const { values } = readRows(asked.means!, of.asked.images, [position])
    drawn.push(Uint8Array.from(await drawnFrom(drawers, m, values), (value) => Math.round(255 * value)))
  }
  return Uint8Array.from(Buffer.concat(drawn))
}

/** How many images a member draws at once. */
export const drawnAtOnce = ({ networks }: Drawers): number => imagesAtOnce(networks[0], true)

/** What the m-th member draws from points of its latent space, values in [0, 1]: points x height x width x channels. */
export async function drawnFrom({ networks, weights }: Drawers, m: number, points: Float32Array): Promise<Float32Array> {
  const { latent } = networks[m]
  const pixels = tf.tidy(() =>
    tf.sigmoid(decode(networks[m], weights[m], tf.tensor2d(points, [points.length / latent, latent]))))
  const values = await pixels.data() as Float32Array
  pixels.dispose()
  return values
}
