import type { Ensemble } from '../../contract/ensembles.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'
import { listed } from '../../reports/text.ts'
import { CommandFailure, usageFailure } from '../failures.ts'
import { counted } from '../output/format.ts'
import { note, warn } from '../output/streams.ts'
import { stopwatch } from '../output/stopwatch.ts'
import { follow } from '../progress/follow.ts'
import type { Session } from '../session.ts'

/** Makes an ensemble and trains it. Members that fail are told of; the others are the ensemble. */
export async function trainStep(
  session: Session,
  set: ImageSet,
  settings: EnsembleSettings,
  name?: string,
): Promise<Ensemble> {
  checkClasses(set, [...settings.heldOut, ...settings.leftOut])
  const { id } = await session.api.ensembles.create({ imageSetId: set.id, name, settings })
  return trainEnsemble(session, id)
}

/** Trains the members of an ensemble that are not trained yet. */
export async function trainEnsemble(session: Session, id: number): Promise<Ensemble> {
  const took = stopwatch()
  const { jobId } = await session.api.ensembles.train({ id })
  const failure = await follow(session, jobId).then(
    () => null,
    (error: unknown) => error,
  )
  const ensemble = await session.api.ensembles.show({ id })
  if (failure && !(isPartial(failure) && ensemble.members.some(isDone))) throw failure
  tellMembers(ensemble, took())
  return ensemble
}

/** Some members failed, which leaves an ensemble of the others. */
const isPartial = (failure: unknown) => failure instanceof CommandFailure && failure.code === 'MEMBER_FAILED'

const isDone = ({ state }: Ensemble['members'][number]) => state === 'done'

/** The members of an ensemble that have no result. */
export function failedMembers(ensemble: Ensemble): Ensemble['members'] {
  return ensemble.members.filter((member) => !isDone(member))
}

function tellMembers(ensemble: Ensemble, time: string): void {
  const done = ensemble.members.filter(isDone)
  const reused = done.filter((member) => member.reused).length
  const before = reused ? `, ${reused} of them found trained before` : ''
  note(`Trained: ${counted(done.length, 'member')}${before}, as ensemble ${ensemble.id} (${time})`)
  for (const { index, reason, state } of failedMembers(ensemble)) {
    warn(`member ${index} ${state}: ${reason ?? 'no reason known'}`)
  }
  if (done.length < ensemble.members.length)
    note(`It can be completed: lacuna train --ensemble ${ensemble.id}`)
  for (const { index, health } of done) {
    if (health && !health.healthy) warn(`member ${index}: ${health.sentences.join(' ')}`)
  }
}

/** Class names are typed by hand: a wrong one is told with those that there are. */
function checkClasses(set: ImageSet, names: string[]): void {
  const unknown = names.filter((name) => !set.classes.includes(name))
  if (unknown.length === 0) return
  throw usageFailure(
    `${set.name} has no class ${listed(unknown.map((name) => `"${name}"`))}.`,
    set.classes.length ? `Its classes: ${listed(set.classes, 20)}.` : 'It has no classes at all.',
  )
}
