import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, type Connection } from '../../main/client/connect.ts'
import { waitForJob } from '../../main/client/waitForJob.ts'
import { runtimeFolder } from '../../main/compute/runtimeFolder.mjs'
import { preset } from '../../main/contract/presets.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'
import { writeSample } from '../../main/datasets/sample.ts'
import { isAlive, kill } from '../client/enginesInTest.ts'

const root = path.join(import.meta.dirname, '..', '..')
const { ensureRenderer } = await import(new URL('../../build/renderer.mjs', import.meta.url).href)

/** Four classes of the sample are enough to hold one out, and few images to be quick. */
const classes = ['Bag', 'Trouser', 'Sneaker', 'Dress']
const perClass = 60

/** Lacuna as `npm start` runs it, with real workers and the real TensorFlow, in a workspace of its own. */
export class LacunaInTest {
  readonly workspace = mkdtempSync(path.join(tmpdir(), 'lacuna-e2e-'))
  readonly folder = path.join(this.workspace, 'parts')
  readonly #child: ChildProcess
  readonly url: Promise<string>

  constructor() {
    const env = { ...process.env, LACUNA_HOME: this.workspace, LACUNA_RUNTIME: runtimeFolder() }
    this.#child = spawn(process.execPath, [path.join(root, 'build', 'start', 'window.mjs'), '--no-open'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.url = new Promise((resolve, reject) => {
      let said = ''
      this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const [url] = /http:\S+(?=\s)/.exec(said) ?? []
        if (url) resolve(url)
      })
      this.#child.once('exit', (code) => reject(new Error(`Lacuna ended with ${code} and said: ${said}`)))
    })
  }

  /** With the window built, and a small folder of images laid out. */
  static async start(): Promise<LacunaInTest> {
    await ensureRenderer(process.execPath)
    const lacuna = new LacunaInTest()
    await layOut(lacuna.folder)
    await lacuna.url
    return lacuna
  }

  get enginePid(): number {
    return JSON.parse(readFileSync(path.join(this.workspace, 'engine.lock'), 'utf8')).pid
  }

  killEngine(): void {
    kill(this.enginePid)
  }

  /** Does by the contract what others do by hand: a project with a trained and scored ensemble. */
  async trained(
    project: string,
    settings: (plain: EnsembleSettings) => EnsembleSettings,
  ): Promise<{ project: number; ensemble: number }> {
    const connection = await connect({ workspace: this.workspace })
    try {
      return await train(connection, this.folder, project, settings)
    } finally {
      await connection.close()
    }
  }

  async stop(): Promise<void> {
    const engine = this.enginePid
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGINT')
    await ended
    if (isAlive(engine)) kill(engine)
    rmSync(this.workspace, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
}

async function layOut(folder: string): Promise<void> {
  const whole = `${folder}-all`
  await writeSample(whole)
  for (const name of classes) {
    mkdirSync(path.join(folder, name), { recursive: true })
    for (const file of readdirSync(path.join(whole, name)).toSorted().slice(0, perClass)) {
      cpSync(path.join(whole, name, file), path.join(folder, name, file))
    }
  }
  rmSync(whole, { recursive: true })
}

async function train(
  { api }: Connection,
  source: string,
  project: string,
  settings: (plain: EnsembleSettings) => EnsembleSettings,
) {
  const { id, jobId } = await api.imageSets.import({ project, source })
  const { result, projectId } = await waitForJob(api, jobId)
  const imageSetId = typeof result?.imageSetId === 'number' ? result.imageSetId : id
  const ensemble = await api.ensembles.create({
    imageSetId,
    settings: settings(small(preset('recommended'))),
  })
  await waitForJob(api, (await api.ensembles.train({ id: ensemble.id })).jobId)
  const detectors = (await api.detectors.list())
    .filter(({ fewestClasses }) => fewestClasses <= ensemble.known.length)
    .map(({ id: detector }) => detector)
  await waitForJob(api, (await api.scores.compute({ ensembleId: ensemble.id, detectors })).jobId)
  return { project: projectId, ensemble: ensemble.id }
}

/** Seconds on two cores. */
function small(plain: EnsembleSettings): EnsembleSettings {
  return {
    ...plain,
    members: 1,
    heldOut: ['Bag'],
    training: { ...plain.training, epochs: 6, leastSteps: 0, batch: 32 },
  }
}
