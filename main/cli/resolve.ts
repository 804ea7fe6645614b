import type { Encoder } from '../contract/encoders.ts'
import type { Ensemble } from '../contract/ensembles.ts'
import type { Project } from '../contract/projects.ts'
import type { ImageSet } from '../contract/imageSets.ts'
import type { Api } from '../client/connect.ts'
import { CommandFailure } from './failures.ts'

/**
 * Finds an image set by its number or its name; of several versions with one name, the newest that is ready.
 */
export async function findImageSet(api: Api, text: string): Promise<ImageSet> {
  return found(
    await api.imageSets.list({}),
    text,
    'image set',
    'lacuna list sets',
    (set) => set.state === 'ready',
  )
}

/** Finds an ensemble by its number or its name; of several with one name, the newest. */
export async function findEnsemble(api: Api, text: string): Promise<Ensemble> {
  return found(await api.ensembles.list({}), text, 'ensemble', 'lacuna list ensembles')
}

/** Finds a project by its number or its name. */
export async function findProject(api: Api, text: string): Promise<Project> {
  return found(await api.projects.list(), text, 'project', 'lacuna list projects')
}

/** Finds an encoder by its number or its name. */
export async function findEncoder(api: Api, text: string): Promise<Encoder> {
  return found(await api.encoders.list(), text, 'encoder', 'lacuna encoder list')
}

interface Named {
  id: number
  name: string
}

function found<T extends Named>(
  all: T[],
  text: string,
  kind: string,
  where: string,
  preferred: (one: T) => boolean = () => true,
): T {
  const byId = all.find((one) => String(one.id) === text)
  if (byId) return byId
  const exact = all.filter((one) => one.name === text)
  const named = exact.length ? exact : all.filter((one) => one.name.toLowerCase() === text.toLowerCase())
  const newest = (some: T[]) => some.toSorted((a, b) => b.id - a.id)[0] as T | undefined
  const best = newest(named.filter(preferred)) ?? newest(named)
  if (best) return best
  throw new CommandFailure(
    `There is no ${kind} "${text}".`,
    all.length ? `See "${where}".` : `There is no ${kind} yet at all.`,
  )
}
