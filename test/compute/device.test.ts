import { execFile } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { describeDevice, type Device } from '../../main/compute/device.ts'
import { processorName } from '../../main/compute/deviceName.ts'
import { tensorflowBackend } from '../../main/compute/backend.ts'
import { runtimeInUse } from '../../main/compute/runtimeFolder.mjs'
import { temporaryFolder } from '../engine/temporaryFolder.ts'
import { fakeNvidiaSmi, answers } from './cards/nvidiaSmi.ts'

test('the device is named as TensorFlow reports it', async () => {
  const device = await describeDevice()
  expect(device.kind).toBe(tensorflowBackend().isUsingGpuDevice ? 'gpu' : 'cpu')
  expect(device.runtime).toMatch(/^TensorFlow 2\.\d+\.\d+ (cpu|cuda)$/)
  expect(device.name.length).toBeGreaterThan(0)
  expect(device.threads).toBeGreaterThanOrEqual(1)
})

/** A runtime folder whose runtime says that it is for cards: the same binding computes on the processor where there is none. */
function forCards(): string {
  const folder = temporaryFolder()
  const { path: own, version } = runtimeInUse()!
  mkdirSync(path.join(folder, 'cards'))
  for (const name of ['tensorflow', 'binding']) symlinkSync(path.join(own, name), path.join(folder, 'cards', name))
  writeFileSync(path.join(folder, 'cards', 'runtime.json'), JSON.stringify({ flavour: 'cuda', version }))
  writeFileSync(path.join(folder, 'current'), 'cards')
  return folder
}

/** What a process of its own says of its device. */
async function described(env: Record<string, string>): Promise<Device> {
  const script = `const { describeDevice } = await import(${JSON.stringify(new URL('../../main/compute/device.ts', import.meta.url).href)})
    console.log(JSON.stringify(await describeDevice()))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2', ...env },
  })
  return JSON.parse(stdout)
}

test('a CUDA build that computes on the processor says why, and of the card that it was given', async () => {
  const env = { LACUNA_RUNTIME: forCards(), PATH: fakeNvidiaSmi(answers.twoCards) }
  const card = 'GPU-c2b7d9e4-77aa-4f10-9b55-0d8e6a4f2c13'
  expect(await described({ ...env, CUDA_VISIBLE_DEVICES: card })).toMatchObject({
    kind: 'cpu', runtime: expect.stringMatching(/ cuda$/), fallback: expect.stringContaining('could not use the card NVIDIA RTX A2000'),
  })
  expect((await described({ ...env, CUDA_VISIBLE_DEVICES: '' })).fallback).toBeNull()
})

test('a runtime that a job began with is described, whichever is in use by then', async () => {
  const pinned = path.join(forCards(), 'cards')
  expect((await described({ LACUNA_RUNTIME_PINNED: pinned, CUDA_VISIBLE_DEVICES: '' })).runtime).toMatch(/ cuda$/)
})

test("the processor's name is the system's, without runs of blanks", () => {
  expect(processorName()).not.toMatch(/\s\s|^\s|\s$/)
  if (cpus()[0]?.model.trim()) expect(processorName()).toBe(cpus()[0].model.replaceAll(/\s+/g, ' ').trim())
})
