import path from 'node:path'
import { waitForJob } from '../../main/client/waitForJob.ts'
import { BrowserDoor } from '../../main/engine/host/browserDoor.ts'
import { Clients } from '../../main/engine/host/clients.ts'
import { workerScripts } from '../../main/engine/engineOptions.ts'
import { startEngine } from '../../main/engine/startEngine.ts'
import { detectorDescriptions } from '../../main/detectors/registry.ts'
import { apiOf, settings, standIns } from '../engine/engineInTest.ts'
import { smallFolder } from './smallFolder.ts'

const root = path.join(import.meta.dirname, '..', '..')
const { ensureRenderer } = await import(new URL('../../build/renderer.mjs', import.meta.url).href)

/** An engine with a door for browsers: images are read and packed by the real workers, and trained by the stand-ins. */
export async function projectsEngine(workspace: string) {
  await ensureRenderer(process.execPath)
  const { member, score } = workerScripts(standIns)
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const engine = await startEngine({
    workspace, cores: 2, scripts: { ...workerScripts(), member, score }, log, detectors: detectorDescriptions,
    runtime: () => ({ flavour: 'cpu', version: '2.21.0' }), renderer: path.join(root, 'dist', 'renderer'),
  })
  engine.takeUp()
  const door = new BrowserDoor(engine.fetch, new Clients(() => undefined))
  const close = async () => {
    await door.close()
    await engine.close()
  }
  return { api: apiOf(engine.fetch), door, close }
}

/** A project of clothes with a result, another without one, and an empty one. @returns the folder of the images */
export async function threeProjects({ api }: Awaited<ReturnType<typeof projectsEngine>>, workspace: string): Promise<string> {
  const source = await smallFolder(path.join(workspace, 'clothes'))
  await api.projects.create({ name: 'Empty' })
  for (const project of ['Untrained', 'Clothes']) await waitForJob(api, (await api.imageSets.import({ project, source })).jobId)
  const [set] = await api.imageSets.list({ project: 'Clothes' })
  const { id } = await api.ensembles.create({ imageSetId: set.id, name: 'without bags', settings: settings({ heldOut: ['Bag'] }) })
  await waitForJob(api, (await api.ensembles.train({ id })).jobId)
  await waitForJob(api, (await api.scores.compute({ ensembleId: id, detectors: ['divergence-and-centre'] })).jobId)
  return source
}
