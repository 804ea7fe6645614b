import type { Ensemble } from '../../contract/ensembles.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'
import { refuseIfBusy, trainingOf } from '../../jobs/queue/busy.ts'
import { classRoles } from '../../jobs/training/classRoles.ts'
import { refuseFolds } from '../../jobs/training/folds.ts'
import { planMembers } from '../../jobs/training/planMembers.ts'
import { removeEnsemble } from '../../jobs/removal.ts'
import type { Store } from '../../store/openStore.ts'
import { ensembleOf, ensembleView } from '../ensemble/ensembleView.ts'
import { imageSetOf, refuseUnready } from './imageSetOf.ts'
import { latentOf } from '../ensemble/latentOf.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function ensembleProcedures(parts: EngineParts) {
  const { store, queue, announce } = parts
  const { create, train, list, show, latent, remove } = procedures.ensembles
  return {
    create: create.handler(({ input }) =>
      createEnsemble(parts, input.imageSetId, input.settings, input.name),
    ),
    train: train.handler(({ input }) => ({ jobId: trainEnsemble(parts, input.id) })),
    list: list.handler(({ input }) =>
      store.ensembles.list(input.project).map((one) => ensembleView(store, one, false)),
    ),
    show: show.handler(({ input }) => ensembleView(store, ensembleOf(store, input.id), true)),
    latent: latent.handler(({ input }) => latentOf(store, input.id, input.member)),
    remove: remove.handler(({ input }) => {
      const { id } = ensembleOf(store, input.id)
      refuseIfBusy(queue, store, ({ ensembles }) => ensembles.includes(id))
      const freedBytes = removeEnsemble(store, id)
      announce({ type: 'changed', what: 'ensembles', id })
      return { freedBytes }
    }),
  }
}

/** A job that trains the ensemble already is joined, and goes on where it rests. @returns the job's id */
export function trainEnsemble({ store, queue }: EngineParts, id: number): number {
  const { name, projectId } = ensembleOf(store, id)
  const job = trainingOf(queue, store, id)
  if (job?.state === 'paused') return queue.resume(job.id).id
  if (job) return job.id
  return queue.submit({ kind: 'train', projectId, title: `Training of ${name}`, request: { ensembleId: id } })
    .id
}

/** An ensemble that is not trained yet. @throws EngineFailure where its settings do not fit the set */
export function createEnsemble(parts: EngineParts, imageSetId: number, settings: EnsembleSettings, name?: string): Ensemble {
  const { store, announce } = parts
  const set = imageSetOf(store, imageSetId)
  refuseUnready(set)
  const roles = classRoles(set, settings)
  refuseFolds(store, set, roles, settings)
  const id = store.transaction(() => {
    const id = store.ensembles.create({
      imageSetId: set.id, name: name ?? nameOf(store, set, settings), settings, ...roles,
    })
    planMembers(parts, store.ensembles.show(id)!).forEach((place) => store.members.put(id, place))
    return id
  })
  announce({ type: 'changed', what: 'ensembles', id })
  return ensembleView(store, ensembleOf(store, id), true)
}

/** "parts without Bag, paper, 3 members (2)": what is as usual is not said. */
function nameOf(store: Store, set: ImageSet, { members, heldOut, objective, model }: EnsembleSettings): string {
  const kinds = [objective.kind, model.kind].filter((kind) => kind !== 'recommended' && kind !== 'cl-vae')
  const without = heldOut.length > 0 ? ` without ${heldOut.join(', ')}` : ''
  const number = store.ensembles.ofImageSet(set.id).length + 1
  return `${[`${set.name}${without}`, ...kinds].join(', ')}, ${members} member${members === 1 ? '' : 's'} (${number})`
}
