// The detectors that read pixels, on MNIST with digit 4 held out: seconds to fit and to score, size of the fit, AUROC.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'
import { workerEnvironment } from '../../main/compute/threads.ts'
import type { Evidence, FitImages } from '../../main/detectors/detector.ts'
import { detectors } from '../../main/detectors/registry.ts'
import { auroc } from '../../main/metrics/auroc.ts'
import { machineLine } from './machine.ts'
import { mnistFolder } from './peers.ts'

const TRAIN = 60_000
const IMAGES = 70_000
const HELD_OUT = 4
const threads = Number(process.argv[2] ?? 1)
// TensorFlow reads its thread counts from the environment of its process: start again with them.
if (!process.env.TF_NUM_INTRAOP_THREADS) {
  const env = { ...process.env, ...workerEnvironment(threads) }
  process.exit(spawnSync(process.execPath, process.argv.slice(1), { env, stdio: 'inherit' }).status ?? 1)
}

/** The training images and behind them the test images. */
function idx(kind: string, header: number): Buffer {
  return Buffer.concat(['train', 't10k'].map((part) => readFileSync(path.join(mnistFolder(), `${part}-${kind}`)).subarray(header)))
}

function mnist(): { evidence: Evidence; images: FitImages; digits: Buffer } {
  const [bytes, digits] = [idx('images-idx3-ubyte', 16), idx('labels-idx1-ubyte', 8)]
  const known = [0, 1, 2, 3, 5, 6, 7, 8, 9]
  const read = (positions: Uint32Array) => {
    const values = new Float32Array(positions.length * 784)
    positions.forEach((position, i) => { for (let t = 0; t < 784; t++) values[i * 784 + t] = bytes[position * 784 + t] / 255 })
    return values
  }
  const classOf = Int32Array.from(digits, (digit) => known.indexOf(digit))
  const train = Uint32Array.from({ length: TRAIN }, (_, i) => i).filter((i) => classOf[i] >= 0)
  return {
    evidence: { views: [], pixels: { count: IMAGES, size: 784, shape: { height: 28, width: 28, channels: 1 }, read } },
    images: { train, validation: new Uint32Array(0), classOf, classes: known.length, seed: 1 }, digits,
  }
}

/** A result, with the processor's seconds beside those of the clock: on a busy machine only they can be compared. */
async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; seconds: string }> {
  const [begun, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: `${((performance.now() - begun) / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor)` }
}

await loadTensorFlow()
const { evidence, images, digits } = mnist()
const strangers = Array.from(digits.subarray(TRAIN), (digit) => digit === HELD_OUT)
console.log(`machine: ${machineLine()}, ${threads} thread(s)`)
console.log(`MNIST, digit ${HELD_OUT} held out: fitted on ${images.train.length} images, ${IMAGES} scored, AUROC on the ${IMAGES - TRAIN} test images`)
for (const [id, detector] of detectors) {
  if (detector.description.reads !== 'pixels') continue
  const { result: fit, seconds: fitting } = await timed(() => detector.fit(evidence, images))
  const megabytes = (JSON.stringify(fit).length / 1e6).toFixed(1)
  const { result: scores, seconds: scoring } = await timed(() => detector.score(evidence, fit))
  console.log(`${id}: fit ${fitting}, ${megabytes} MB; scores ${scoring}; AUROC ${auroc(scores.subarray(TRAIN), strangers).toFixed(4)}`)
}
