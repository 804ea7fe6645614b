import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, type Connection } from '../../main/client/connect.ts'
import { waitForJob } from '../../main/client/waitForJob.ts'
import { runtimeFolder } from '../../main/compute/runtimeFolder.mjs'
import { usualDetectors } from '../../main/contract/detectorFits.ts'
import type { EnsembleSettings } from '../../main/contract/settings.ts'

const root = path.join(import.meta.dirname, '..', '..')
const { ensureRenderer } = await import(new URL('../../build/renderer.mjs', import.meta.url).href)

/** Lacuna as `npm start` runs it, with real workers and the real TensorFlow, in a workspace of its own. */
export class LacunaInTest {
  readonly workspace = mkdtempSync(path.join(tmpdir(), 'lacuna-e2e-'))
  readonly #child: ChildProcess
  readonly url: Promise<string>

  private constructor(more: Record<string, string>) {
    const env = { ...process.env, LACUNA_HOME: this.workspace, LACUNA_RUNTIME: runtimeFolder(), ...more }
    const script = path.join(root, 'build', 'start', 'window.mjs')
    const options = { env, stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'] }
    this.#child = spawn(process.execPath, [script, '--no-open'], options)
    this.url = addressOf(this.#child)
  }

  /** With the window built from its sources. @param more further variables of its environment */
  static async start(more: Record<string, string> = {}): Promise<LacunaInTest> {
    await ensureRenderer(process.execPath)
    const lacuna = new LacunaInTest(more)
    await lacuna.url
    return lacuna
  }

  killEngine(): void {
    process.kill(this.#enginePid, 'SIGKILL')
  }

  /** Asks by the contract for what others do by hand. */
  async ask<T>(question: (api: Connection['api']) => Promise<T>): Promise<T> {
    const connection = await connect({ workspace: this.workspace })
    try {
      return await question(connection.api)
    } finally {
      await connection.close()
    }
  }

  /** A project with an ensemble that is trained on a folder, and has scored it by all detectors that fit. */
  async trained(project: string, source: string, settings: EnsembleSettings) {
    return this.ask(async (api) => {
      const { jobId } = await api.imageSets.import({ project, source })
      const { result, projectId } = await waitForJob(api, jobId)
      const ensemble = await api.ensembles.create({ imageSetId: Number(result!.imageSetId), settings })
      await this.trainAndScore(ensemble.id)
      return { project: projectId!, ensemble: ensemble.id }
    })
  }

  /** Trains an ensemble and has it score its own images by all detectors that fit. */
  async trainAndScore(id: number): Promise<void> {
    await this.ask(async (api) => {
      await waitForJob(api, (await api.ensembles.train({ id })).jobId)
      const detectors = usualDetectors(await api.detectors.list(), await api.ensembles.show({ id }))
      await waitForJob(api, (await api.scores.compute({ ensembleId: id, detectors })).jobId)
    })
  }

  async stop(): Promise<void> {
    // One that ended by itself does not end again.
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit')
      this.#child.kill('SIGINT')
      await ended
    }
    rmSync(this.workspace, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }

  get #enginePid(): number {
    return JSON.parse(readFileSync(path.join(this.workspace, 'engine.lock'), 'utf8')).pid
  }
}

/** The address that it prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const [url] = /http:\S+(?=\s)/.exec(said) ?? []
      if (url) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`Lacuna ended with ${code} and said: ${said}`)))
  })
}
