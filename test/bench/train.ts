// Two members on MNIST against Keras, alternating; prints the ratio of the training times, and memory.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { connect, type Api } from '../../main/client/connect.ts'
import { waitForJob } from '../../main/client/waitForJob.ts'
import { preset } from '../../main/contract/presets.ts'
import { machineLine, median } from './machine.ts'
import { mnistFolder, peerPython } from './peers.ts'

const HELD_OUT = '4'
const EPOCHS = 1
const rounds = Number(process.argv[2] ?? 5)
const run = promisify(execFile)
const keras = path.join(import.meta.dirname, 'keras_clvae.py')

interface Timing { training: number; whole: number }

/** The peer as its users run it: `members` of them one after the other in one process. */
async function kerasRun(python: string, data: string, members: number): Promise<Timing> {
  const begun = performance.now()
  const args = [keras, '--data', data, '--held-out', HELD_OUT, '--members', String(members), '--epochs', String(EPOCHS)]
  const { stdout } = await run(python, args)
  const lines = stdout.trim().split('\n').map((line) => JSON.parse(line))
  const training = lines.reduce((sum, line) => sum + (line.train_seconds ?? 0), 0)
  return { training, whole: (performance.now() - begun) / 1000 }
}

/** Two of its processes beside each other, one member each. */
async function kerasAtOnce(python: string, data: string): Promise<Timing> {
  const both = await Promise.all([kerasRun(python, data, 1), kerasRun(python, data, 1)])
  return { training: Math.max(...both.map((t) => t.training)), whole: Math.max(...both.map((t) => t.whole)) }
}

/** Lacuna with the same network, objective, optimiser and images; a new seed each time, so that nothing is reused. */
async function lacunaRun(api: Api, imageSetId: number, seed: number): Promise<Timing> {
  const settings = preset('as-coded')
  Object.assign(settings, { members: 2, seed, heldOut: [HELD_OUT] })
  Object.assign(settings.training, { epochs: EPOCHS, patience: null })
  settings.model.architecture = 'mnist'
  const { id } = await api.ensembles.create({ imageSetId, settings })
  const begun = performance.now()
  const { jobId } = await api.ensembles.train({ id })
  const job = await waitForJob(api, jobId)
  if (job.state !== 'done') throw new Error(`Training ended as ${job.state}: ${job.error?.message}`)
  const { members } = await api.ensembles.show({ id })
  return { training: Math.max(...members.map((member) => member.seconds ?? NaN)), whole: (performance.now() - begun) / 1000 }
}

/** Largest resident memory so far, in MB, of the engine and of its largest worker (Linux). */
function watchMemory(pid: number): { stop(): { engine: number; worker: number } } {
  const most = { engine: 0, worker: 0 }
  const timer = setInterval(() => {
    most.engine = Math.max(most.engine, residentOf(pid))
    for (const child of childrenOf(pid)) most.worker = Math.max(most.worker, residentOf(child))
  }, 500)
  return { stop: () => (clearInterval(timer), most) }
}

function readProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8')
  } catch {
    return '' // The process has ended between the look at it and the reading.
  }
}

const residentOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readProc(`${pid}/status`))?.[1] ?? 0) / 1024
const childrenOf = (pid: number): number[] => readProc(`${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)

async function importMnist(api: Api, data: string): Promise<number> {
  const split = { validation: 0, test: 0, seed: 1 }
  const { id, jobId } = await api.imageSets.import({ project: 'bench', source: data, split })
  await waitForJob(api, jobId)
  return id
}

const python = peerPython()
const data = mnistFolder()
const workspace = mkdtempSync(path.join(tmpdir(), 'lacuna-bench-'))
const { api, close } = await connect({ workspace })
const imageSetId = await importMnist(api, data)
const { pid } = await api.engine.status()
const memory = watchMemory(pid)
const timings: Record<'lacuna' | 'keras' | 'kerasAtOnce', Timing[]> = { lacuna: [], keras: [], kerasAtOnce: [] }
for (let round = 1; round <= rounds; round++) {
  timings.lacuna.push(await lacunaRun(api, imageSetId, round))
  timings.keras.push(await kerasRun(python, data, 2))
  timings.kerasAtOnce.push(await kerasAtOnce(python, data))
  const last = Object.entries(timings).map(([name, all]) => `${name} ${all.at(-1)?.training.toFixed(1)} s (${all.at(-1)?.whole.toFixed(1)} s in all)`)
  console.log(`round ${round}: ${last.join(', ')}`)
}
const { engine, worker } = memory.stop()
const of = (name: keyof typeof timings, what: keyof Timing) => median(timings[name].map((timing) => timing[what]))
console.log(`machine: ${machineLine()}`)
console.log(`two members, ${EPOCHS} epoch of MNIST without ${HELD_OUT}, batch 128, median of ${rounds}:`)
for (const name of ['lacuna', 'keras', 'kerasAtOnce'] as const) {
  console.log(`  ${name.padEnd(12)} training ${of(name, 'training').toFixed(1)} s, with start and scoring ${of(name, 'whole').toFixed(1)} s`)
}
for (const name of ['keras', 'kerasAtOnce'] as const) {
  const ratio = (what: keyof Timing) => (of('lacuna', what) / of(name, what)).toFixed(2)
  console.log(`ratio lacuna / ${name}: training ${ratio('training')}, whole ${ratio('whole')}`)
}
console.log(`memory: engine ${engine.toFixed(0)} MB, largest worker ${worker.toFixed(0)} MB`)
await api.engine.stop()
await close()
rmSync(workspace, { recursive: true, force: true })
