import { architectureFor } from '../models/architecture.ts'
import { memberMeans, memberStreamName } from '../models/classOrder.ts'
import { classifier, classLatentVae, type MemberModel, plainVae } from '../models/memberModel.ts'
import type { MemberRun } from '../models/memberRun.ts'
import type { MemberJob } from './messages.ts'

/** A job's member and what it learns from. */
export function memberRun(job: MemberJob, images: MemberRun['images']): MemberRun {
  const member = memberStreamName(job.settings.seed, job.index)
  return { model: memberModelOf(job, member), images, plan: job.settings.training, member }
}

function memberModelOf({ settings, images: { snapshot, known } }: MemberJob, member: string): MemberModel {
  const { model, objective, order } = settings
  const network = architectureFor(model.architecture, snapshot, model.dense, model.latent)
  if (model.kind === 'cnn') return classifier(network, objective, known.length)
  if (model.kind === 'vae') return plainVae(network, objective)
  return classLatentVae(network, objective, memberMeans(known.length, model.latent, objective.radius, order, member))
}
