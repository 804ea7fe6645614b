import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { workerScripts } from '../../../main/engine/engineOptions.ts'
import { checkDevices } from '../../../main/jobs/devices/checkDevices.ts'
import { openStore } from '../../../main/store/openStore.ts'
import { answers, usingNvidiaSmi } from '../../compute/cards/nvidiaSmi.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'

/** What a check works with, on the real runtime; `device` is the text of another worker in the real one's place. */
async function shop(flavour: string | null, device?: string) {
  const folder = temporaryFolder()
  const script = path.join(folder, 'deviceWorker.mjs')
  if (device !== undefined) writeFileSync(script, device)
  const scripts = { ...workerScripts(), ...(device === undefined ? {} : { device: pathToFileURL(script) }) }
  return { store: await openStore(folder), scripts, cores: 2, runtime: () => (flavour === null ? undefined : { flavour, version: '2.21.0' }) }
}

test('the processor trains a few real steps, and a card without its runtime is passed over with the reason', async () => {
  usingNvidiaSmi(answers.oldDriver)
  const [processor, card] = await checkDevices(await shop('cpu'))
  expect(processor).toMatchObject({ device: { kind: 'cpu' }, outcome: { state: 'fine', steps: 12, difference: null, runtime: 'TensorFlow 2.21.0 cpu' } })
  expect(card).toMatchObject({ device: { kind: 'nvidia', name: 'Tesla K80' }, outcome: { state: 'skipped', why: expect.stringContaining('too old') } })
})

test('a card on which the processor computes instead is a failure that says so', async () => {
  usingNvidiaSmi(answers.twoCards)
  const [, first, second] = await checkDevices(await shop('cuda'))
  for (const one of [first, second]) expect(one.outcome).toMatchObject({ state: 'failed', why: expect.stringMatching(/^Something else computed: |processor here/) })
})

test('a device that hangs is ended, and one that dies is told of', async () => {
  usingNvidiaSmi(null)
  const [hung] = await checkDevices(await shop('cpu', 'process.on("message", () => {}); setInterval(() => {}, 1000)'), undefined, 500)
  expect(hung.outcome).toEqual({ state: 'failed', why: 'It did not answer within 0.5 seconds, and was ended.' })
  const [dead] = await checkDevices(await shop('cpu', 'process.on("message", () => process.kill(process.pid, "SIGSEGV"))'))
  expect(dead.outcome).toEqual({ state: 'failed', why: expect.stringContaining('SIGSEGV') })
})

test('without a runtime nothing is tried', async () => {
  usingNvidiaSmi(null)
  expect(await checkDevices(await shop(null))).toMatchObject([
    { outcome: { state: 'skipped', why: 'No TensorFlow runtime is set up: install one.' } },
    { device: { kind: 'webgpu' }, outcome: { state: 'skipped', why: expect.stringMatching(/^WebGPU is not usable because /) } },
  ])
})

test('who gives the check up waits for no device', async () => {
  usingNvidiaSmi(null)
  await expect(checkDevices(await shop('cpu'), AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
})
