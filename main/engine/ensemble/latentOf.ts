import { readFile } from 'node:fs/promises'
import { type Latent, mostGaussianNumbers } from '../../contract/ensembles.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { Store } from '../../store/openStore.ts'
import { ensembleOf } from './ensembleView.ts'

/** The part of a member's description file that is read here. */
interface Description {
  priorMeans: number[][]
  objective: { radius: number }
  gaussians: { means: number[][]; covariances: number[][]; choleskys: number[][] } | null
}

/**
 * A trained member's latent space, as its description file has it.
 * @throws EngineFailure NOT_FOUND where there is no such member, CONFLICT where it is not trained
 */
export async function latentOf(store: Store, ensembleId: number, member: number): Promise<Latent> {
  const { priorMeans, objective, gaussians } = await describe(store, ensembleId, member)
  if (!gaussians) throw new EngineFailure('CONFLICT', 'This ensemble is of classifiers: they have no latent space.')
  const dimension = priorMeans[0].length
  const { means, covariances, choleskys } = gaussians
  const isSmall = 2 * means.length * dimension ** 2 <= mostGaussianNumbers
  return { dimension, radius: objective.radius, priorMeans, gaussians: isSmall ? { means, covariances, choleskys } : null }
}

async function describe(store: Store, ensembleId: number, member: number): Promise<Description> {
  const place = store.members.places(ensembleOf(store, ensembleId).id).find(({ index }) => index === member)
  if (!place) throw new EngineFailure('NOT_FOUND', `The ensemble ${ensembleId} has no member ${member}.`)
  const trained = store.members.trained(place.key)
  if (place.state !== 'done' || !trained) {
    throw new EngineFailure('CONFLICT', `Member ${member} of ensemble ${ensembleId} is not trained.`, 'Train the ensemble first.')
  }
  return JSON.parse(await readFile(store.artefacts.path(trained.description), 'utf8'))
}
