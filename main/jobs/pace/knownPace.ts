import type { ImageSet } from '../../contract/imageSets.ts'
import type { EnsembleSettings } from '../../contract/settings.ts'
import type { Store } from '../../store/openStore.ts'
import { memberThreads } from '../training/planMembers.ts'

/** What a step's time depends on: device, network, batch, image and how the machine is shared, hardly the latent dimension. */
export interface Work { settings: EnsembleSettings; imageSet: ImageSet }

/** Of so many members of the same kind, the newest. */
const most = 10

/** Two pieces of work with the same text take the same time a step. */
export function workName({ settings, imageSet: { snapshot } }: Work, cores: number): string {
  const { kind, architecture, dense } = settings.model
  const { height, width, channels } = snapshot!
  const threads = memberThreads(cores, { settings })
  return [settings.device, kind, architecture, dense, settings.training.batch, height, width, channels, threads].join(' ')
}

/** Milliseconds a step of members that this workspace has trained before: the median; null where there are none. */
export function knownPace(store: Store, work: Work, cores: number): number | null {
  const name = workName(work, cores)
  const threads = memberThreads(cores, work)
  const paces: number[] = []
  for (const { id, settings, imageSetId } of store.ensembles.everything().reverse()) {
    const imageSet = store.imageSets.show(imageSetId)
    if (paces.length >= most) break
    if (!imageSet?.snapshot || workName({ settings, imageSet }, cores) !== name) continue
    const done = store.members.places(id).filter((place) => place.state === 'done' && place.threads === threads)
    paces.push(...done.flatMap(({ key }) => paceOf(store, key)))
  }
  return paces.length > 0 ? paces.toSorted((a, b) => a - b)[Math.floor(paces.length / 2)] : null
}

function paceOf({ curves }: Store, key: string): number[] {
  const last = curves.of(key).at(-1)
  return last && last.step > 0 ? [(last.seconds * 1000) / last.step] : []
}
