import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { tensorflowBackend } from '../../main/compute/backend.ts'
import { loadTensorFlow } from '../../main/compute/tensorflow.ts'

const MODULE = new URL('../../main/compute/tensorflow.ts', import.meta.url).href
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a few lines in a fresh Node, as a worker would. */
async function inFreshNode(script: string, env: Record<string, string> = {}): Promise<string> {
  const args = ['--input-type=module', '-e', script]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
  })
  return stdout.trim()
}

describe('the runtime that is set up', () => {
  beforeAll(async () => {
    await loadTensorFlow()
  })

  test('multiplies matrices', async () => {
    const product = tf.matMul(
      tf.tensor2d([
        [1, 2],
        [3, 4],
      ]),
      tf.tensor2d([
        [5, 6],
        [7, 8],
      ]),
    )
    expect(Array.from(await product.data())).toEqual([19, 22, 43, 50])
    expect(tf.getBackend()).toBe('tensorflow')
  })

  test("a convolution's gradient agrees with finite differences", async () => {
    const image = tf.randomNormal([2, 6, 6, 2], 0, 1, 'float32', 1) as tf.Tensor4D
    const kernel = tf.randomNormal([3, 3, 2, 3], 0, 1, 'float32', 2) as tf.Tensor4D
    const loss = (k: tf.Tensor) =>
      tf
        .conv2d(image, k as tf.Tensor4D, 2, 'same')
        .square()
        .sum()
        .div(100)
    const direction = tf.randomNormal(kernel.shape, 0, 1, 'float32', 3)
    const step = 1e-2
    const [along] = await tf.grad(loss)(kernel).mul(direction).sum().data()
    const ahead = loss(kernel.add(direction.mul(step)))
    const behind = loss(kernel.sub(direction.mul(step)))
    const [difference] = await ahead
      .sub(behind)
      .div(2 * step)
      .data()
    expect(Math.abs(along - difference) / Math.abs(difference)).toBeLessThan(1e-3)
  })

  test('loading twice gives the same backend', async () => {
    const before = tensorflowBackend()
    await loadTensorFlow()
    expect(tensorflowBackend()).toBe(before)
  })
})

test('there is one tfjs-core, whether it is loaded, imported or required by tfjs-node', async () => {
  const shared = await inFreshNode(`
    import { createRequire } from 'node:module'
    import * as tf from '@tensorflow/tfjs-core'
    const loaded = await (await import(${JSON.stringify(MODULE)})).loadTensorFlow()
    const required = createRequire(${JSON.stringify(MODULE)})('@tensorflow/tfjs')
    console.log(loaded.engine() === tf.engine(), required.engine() === tf.engine(),
      loaded.Tensor === tf.Tensor,
      tf.getGradient('Relu') !== undefined && tf.getGradient('Relu') === required.getGradient('Relu'))
  `)
  expect(shared).toBe('true true true true')
})

describe('a failure is one sentence with what to do', () => {
  const failure = `import(${JSON.stringify(MODULE)}).then((m) => m.loadTensorFlow())
    .catch((error) => console.log(error.name + ': ' + error.message))`

  test('where no runtime is set up', async () => {
    const said = await inFreshNode(failure, { LACUNA_RUNTIME: '/nowhere' })
    expect(said).toBe(
      'RuntimeMissingError: There is no TensorFlow runtime in /nowhere: install one in the settings, ' +
        'or by "lacuna runtime install cpu".',
    )
  })

  test('where the runtime cannot be loaded', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lacuna-broken-'))
    mkdirSync(path.join(folder, 'broken', 'binding'), { recursive: true })
    writeFileSync(path.join(folder, 'current'), 'broken')
    writeFileSync(path.join(folder, 'broken', 'runtime.json'), '{"flavour":"cpu","version":"2.21.0"}')
    writeFileSync(path.join(folder, 'broken', 'binding', 'tfjs_binding.node'), 'garbage')
    const said = await inFreshNode(failure, { LACUNA_RUNTIME: folder })
    rmSync(folder, { recursive: true })
    expect(said).toMatch(
      /^RuntimeBrokenError: The TensorFlow runtime in .*broken cannot be loaded \(.*\): install it anew in the settings/,
    )
  })
})
