import type { Architecture } from './architecture.ts'
import type { EpochPoint } from './checkpoint.ts'
import type { Objective } from './losses.ts'
import { classifier, classLatentVae, learnsMeans, type MemberModel, type ModelKind, plainVae } from './memberModel.ts'
import type { TrainingPlan } from './memberRun.ts'
import { countParameters } from './parameters.ts'

/** All that is needed to use a member's weights again, and to know where they come from. */
export interface MemberDescription {
  format: 'lacuna-member-1'
  /** The name that everything random was derived from. */
  member: string
  /** Missing where a Lacuna wrote it that had only class-latent VAEs. */
  kind?: ModelKind
  /** Classes that it tells apart. */
  classes?: number
  network: Architecture
  objective: Objective
  plan: TrainingPlan
  /** Prior means by known class, classes x d; where they were learned, as they were learned. */
  priorMeans: number[][]
  parameters: number
  curve: EpochPoint[]
  seconds: number
  threads: number
  device: string
  runtime: string
  /** Why it was the processor although the runtime is for a card; null where it was as meant, missing in old members. */
  fallback?: string | null
}

/** The model of a described member. Its weights are the flat vector that lies beside the description. */
export function modelOf({ kind = 'cl-vae', network, objective, priorMeans, classes }: MemberDescription): MemberModel {
  if (kind === 'cnn') return classifier(network, objective, classes!)
  return kind === 'vae' ? plainVae(network, objective) : classLatentVae(network, objective, priorMeans)
}

/** The prior means at the end of a flat vector, where they were learned; else those that the model began with. */
export function learnedMeans(model: MemberModel, flat: Float32Array): number[][] {
  if (!learnsMeans(model)) return model.means
  const begin = countParameters(model.slots)
  const d = model.network.latent
  return model.means.map((_, k) => [...flat.subarray(begin + k * d, begin + (k + 1) * d)])
}
