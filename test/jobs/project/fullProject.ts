import path from 'node:path'
import type { Api } from '../../../main/client/connect.ts'
import { waitForJob } from '../../../main/client/waitForJob.ts'
import { routes } from '../../../main/contract/routes.ts'
import { engineInTest } from '../../engine/engineInTest.ts'

type InTest = Awaited<ReturnType<typeof engineInTest>>

/** An engine with a project that has some of everything: two sets, an ensemble, scores, and verdicts that changed. */
export async function fullProject(options: Parameters<typeof engineInTest>[0] = {}) {
  const inTest = await engineInTest(options)
  const { api, importSet, trainOn, source, ended } = inTest
  const set = await importSet()
  await importSet({ classes: ['a', 'b', 'c'], perClass: 5, salt: 2 }, 'other')
  // Nothing new: another name for the version that there is.
  await ended((await api.imageSets.import({ project: 'project', name: 'set', source: source({ classes: ['a', 'b', 'c'], perClass: 20, salt: 1 }) })).jobId)
  const { ensemble } = await trainOn(set.id, { heldOut: ['c'] })
  await ended((await api.scores.compute({ ensembleId: ensemble.id, detectors: ['plain', 'other'] })).jobId)
  const [score] = await api.scores.list({ ensembleId: ensemble.id })
  const judge = (position: number, verdict: 'anomaly' | 'normal') =>
    api.verdicts.put({ imageSetId: set.id, positions: [position], verdict, scoreId: score.id })
  await judge(3, 'anomaly')
  await judge(3, 'normal')
  await judge(7, 'anomaly')
  return { ...inTest, set, ensemble, score, projectId: set.projectId }
}

/** Everything that the contract tells of a project, without the numbers that each copy has of its own. */
export async function contents({ engine, api }: Pick<InTest, 'engine' | 'api'>, project: string) {
  const array = async (route: string) => [...new Uint8Array(await (await engine.fetch(new Request(`http://lacuna${route}`))).arrayBuffer())]
  const sets = await Promise.all((await api.imageSets.list({ project })).map(async (set) => ({
    ...without(set, 'projectId', 'id'), images: await api.imageSets.images({ id: set.id, limit: 10_000 }),
    pairs: await api.imageSets.pairs({ id: set.id }), problems: await api.imageSets.problems({ id: set.id }),
    labels: await array(routes.labels(set.id)),
    verdicts: (await api.verdicts.list({ imageSetId: set.id })).map((one) => without(one, 'id', 'scoreId')),
    history: await history(api, set.id),
  })))
  const ensembles = await Promise.all((await api.ensembles.list({ project })).map(async ({ id }) => ({
    ...without(await api.ensembles.show({ id }), 'id', 'projectId', 'imageSetId'),
    scores: await Promise.all((await api.scores.list({ ensembleId: id })).map(async (score) => ({
      ...without(score, 'id', 'ensembleId', 'imageSetId'), values: await array(routes.scores(score.id)),
    }))),
  })))
  return { sets, ensembles }
}

async function history(api: Api, imageSetId: number) {
  return (await api.verdicts.history({ imageSetId, position: 3 })).map((one) => without(one, 'id', 'scoreId'))
}

function without<T extends object>(value: T, ...keys: (keyof T)[]): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as keyof T))) as Partial<T>
}

/** Backs a project up into a file of that name, and waits for it. */
export async function backUp({ api, workspace }: Pick<InTest, 'api' | 'workspace'>, projectId: number, name = 'backup.zip') {
  const file = path.join(workspace, name)
  return { file, job: await waitForJob(api, (await api.archives.backup({ projectId, file })).jobId) }
}
