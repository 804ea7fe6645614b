// Planted wrong labels and foreign images in MNIST and Fashion-MNIST: found by lacuna labels, and by cleanlab.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Api, connect } from '../../main/client/connect.ts'
import { waitForJob } from '../../main/client/waitForJob.ts'
import type { JudgedLabel } from '../../main/contract/labels.ts'
import { labelObjective, preset } from '../../main/contract/presets.ts'
import { judgedBy } from './judgedBy.ts'
import { type Found, foundTable } from './labelsFound.ts'
import { machineLine } from './machine.ts'
import { cleanlabPython, fashionFolder, mnistFolder } from './peers.ts'
import { plantedSet, readDigits } from './plantedSet.ts'

const FLIPS = 0.03
const FOREIGN_SHARE = 0.01
const FOLDS = 5

interface Options { images: number; steps: number; seed: number }

interface Judged { flagged: number[]; quality: number[]; accuracy: number }

interface Peers { members: Judged; regression: Judged; outliers: number[] }

async function judge(api: Api, source: string, { steps, seed }: Options): Promise<{ list: JudgedLabel[]; seconds: number }> {
  const split = { validation: 0.1, test: 0, seed: 1 }
  const { id: imageSetId, jobId } = await api.imageSets.import({ project: 'labels', source, split })
  await expectDone(api, jobId)
  const settings = preset('recommended')
  Object.assign(settings, { members: FOLDS, seed })
  Object.assign(settings.objective, labelObjective)
  Object.assign(settings.training, { folds: FOLDS, epochs: 1, leastSteps: steps })
  const { id: ensembleId } = await api.ensembles.create({ imageSetId, settings })
  await expectDone(api, (await api.ensembles.train({ id: ensembleId })).jobId)
  await expectDone(api, (await api.labels.compute({ ensembleId })).jobId)
  const { members } = await api.ensembles.show({ id: ensembleId })
  const seconds = members.reduce((sum, member) => sum + (member.seconds ?? 0), 0)
  return { list: await api.labels.list({ ensembleId, limit: 10_000 }), seconds }
}

async function expectDone(api: Api, jobId: number): Promise<void> {
  const job = await waitForJob(api, jobId)
  if (job.state !== 'done') throw new Error(`The job ended as ${job.state}: ${job.error?.message}`)
}

/** cleanlab, on the members' out-of-fold probabilities and on a logistic regression's, on the same folds. */
function askCleanlab(folder: string): Peers {
  const script = path.join(import.meta.dirname, 'cleanlab_labels.py')
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
  return JSON.parse(execFileSync(cleanlabPython(), [script, folder], { env, maxBuffer: 2 ** 28, encoding: 'utf8' }))
}

function ours(list: JudgedLabel[]): Found[] {
  const at = (finding: JudgedLabel['finding']) => list.filter((one) => one.finding === finding).map(({ position }) => position)
  const by = (value: (one: JudgedLabel) => number) => {
    const scores: number[] = []
    for (const one of list) scores[one.position] = value(one)
    return scores
  }
  return [
    { rule: 'lacuna labels: label issues', wanted: 'flips', flagged: at('label issue'), scores: by(({ score }) => score) },
    { rule: 'lacuna labels: foreign', wanted: 'foreign', flagged: at('foreign'), scores: by(({ foreign }) => foreign ?? 0) },
  ]
}

function theirs({ members, regression, outliers }: Peers): Found[] {
  const turned = (quality: number[]) => quality.map((value) => -value)
  return [
    { rule: 'cleanlab on the members', wanted: 'flips', flagged: members.flagged, scores: turned(members.quality) },
    { rule: 'cleanlab on a regression', wanted: 'flips', flagged: regression.flagged, scores: turned(regression.quality) },
    { rule: 'cleanlab outliers, pixels', wanted: 'foreign', flagged: null, scores: turned(outliers) },
  ]
}

/** The folder stays, so that a run that was interrupted goes on where it was. */
async function bench(name: 'mnist' | 'fashion', options: Options): Promise<void> {
  const folder = path.resolve('out/bench/labels', [name, ...Object.values(options)].join('-'))
  const [own, other] = name === 'mnist' ? [mnistFolder(), fashionFolder()] : [fashionFolder(), mnistFolder()]
  const planting = { images: options.images, flips: FLIPS, foreign: FOREIGN_SHARE, seed: options.seed }
  const done = plantedSet(readDigits(own), readDigits(other), planting, path.join(folder, 'images'))
  const workspace = path.join(folder, 'workspace')
  mkdirSync(workspace, { recursive: true })
  const { api, close } = await connect({ workspace })
  const { list, seconds } = await judge(api, path.join(folder, 'images'), options)
  await api.engine.stop()
  await close()
  const { planted, accuracy } = await judgedBy(workspace, done, folder)
  const peers = askCleanlab(folder)
  console.log(`\n${name}, ${options.images} images, ${FOLDS} members of ${options.steps} steps, seed ${options.seed}: `
    + `${seconds.toFixed(0)} s of training; out-of-fold agreement with the labels ${accuracy.toFixed(3)}, the regression's ${peers.regression.accuracy.toFixed(3)}`)
  console.log(foundTable([...ours(list), ...theirs(peers)], planted))
}

const { values } = parseArgs({
  options: {
    set: { type: 'string', multiple: true, default: ['mnist', 'fashion'] },
    images: { type: 'string', default: '3000' }, steps: { type: 'string', default: '150' }, seed: { type: 'string', default: '1' },
  },
})
console.log(`machine: ${machineLine()}`)
const options = { images: Number(values.images), steps: Number(values.steps), seed: Number(values.seed) }
for (const name of values.set) await bench(name === 'mnist' ? 'mnist' : 'fashion', options)
