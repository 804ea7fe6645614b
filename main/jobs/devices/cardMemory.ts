import { architectureFor, mapSizes } from '../../models/architecture.ts'
import { countParameters, parameterSlots } from '../../models/parameters.ts'
import type { Shop } from '../queue/job.ts'
import { type Work, workName } from '../pace/knownPace.ts'

/** About what a process takes of a card before it computes: CUDA's context, cuDNN and cuBLAS. An estimate. */
const contextBytes = 0.9e9
/** Parameters, gradient, Adam's two moments, and what a step copies of them. */
const parameterCopies = 6
/** Encoder and mirrored decoder, each forwards and backwards, and cuDNN's working space beside them. */
const mapCopies = 6
const float = 4

/** Bytes that a member takes of a card while it learns, estimated from its network and batch. */
export function estimatedCardBytes({ settings: { model, training }, imageSet: { snapshot } }: Work): number {
  const network = architectureFor(model.architecture, snapshot!, model.dense, model.latent)
  const maps = mapSizes(network).reduce((sum, [height, width, channels]) => sum + height * width * channels, 0)
  const parameters = countParameters(parameterSlots(network))
  return contextBytes + float * (parameterCopies * parameters + mapCopies * training.batch * maps)
}

type Remembering = Pick<Shop, 'cores' | 'cardMemory'>

/** As the last member of the same kind took since the engine started, as the driver says; else estimated. */
export function cardBytes({ cardMemory, cores }: Remembering, work: Work): number {
  return cardMemory?.get(workName(work, cores)) ?? estimatedCardBytes(work)
}

/** Remembers what a member took; null where the driver did not say, as on the processor. */
export function rememberCardBytes({ cardMemory, cores }: Remembering, work: Work, bytes: number | null): void {
  if (bytes !== null) cardMemory?.set(workName(work, cores), bytes)
}
