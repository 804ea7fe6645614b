import { expect, it, test } from 'vitest'
import type { WebGpuDevice } from '../../../main/compute/webgpu/webGpuDevice.ts'
import { isSoftware, SOFTWARE_VARIABLE } from '../../../main/compute/webgpu/software.ts'
import { askProcess } from './askProcess.ts'
import { softwareAdapter } from './softwareAdapter.ts'

const { env, why: noAdapter } = await softwareAdapter()
const named = noAdapter ?? 'on SwiftShader'
const ask = (more: Record<string, string>) => askProcess<WebGpuDevice & { opened: object }>('deviceProcess.ts', [], { ...env, ...more })

it.skipIf(noAdapter !== null)(`a software adapter is listed, and not taken by itself (${named})`, async () => {
  const { adapters, why, opened } = await ask({ [SOFTWARE_VARIABLE]: '' })
  expect(adapters).toEqual([{
    name: expect.stringContaining('swiftshader'), vendor: 'google', type: 'software', usable: false,
    why: 'is software that computes on the processor',
  }])
  expect(why).toBe(`WebGPU is not usable because the only adapter, ${adapters[0].name}, is software that computes on the processor.`)
  expect(opened).toEqual({ code: 'WEBGPU_UNUSABLE', message: why })
})

it.skipIf(noAdapter !== null)(`it is taken where the process is told to, and is no GPU then (${named})`, async () => {
  const { adapters: [adapter], why, opened } = await ask({})
  expect([adapter.type, adapter.usable, adapter.why, why]).toEqual(['software', true, null, null])
  expect(opened).toMatchObject({ kind: 'cpu', name: adapter.name, threads: 1, runtime: expect.stringMatching(/^WebGPU [\d.]+\+dawn-[\d.]+$/) })
})

it.skipIf(noAdapter !== null)('a machine without any driver has one sentence for it', async () => {
  const { adapters, why, opened } = await ask({ VK_DRIVER_FILES: '/nowhere.json' })
  expect([adapters, why]).toEqual([[], 'WebGPU is not usable because no graphics card was found.'])
  expect(opened).toMatchObject({ code: 'WEBGPU_UNUSABLE', message: why })
})

const info = (rest: Partial<GPUAdapterInfo>) =>
  ({ vendor: '', architecture: '', device: '', description: '', isFallbackAdapter: false, ...rest }) as GPUAdapterInfo

test.each([
  ['Mesa’s llvmpipe', info({ vendor: 'mesa', device: 'llvmpipe-llvm-15-0-7-256-bits-' })],
  ['Microsoft’s WARP', info({ vendor: 'microsoft', description: 'Microsoft Basic Render Driver' })],
  ['whatever Dawn takes for a processor', info({ vendor: 'acme', isFallbackAdapter: true })],
])('%s is software', (_, adapter) => expect(isSoftware(adapter)).toBe(true))

test.each([
  ['of AMD', info({ vendor: 'amd', architecture: 'rdna-2', device: 'amd-radeon-rx-6600-radv-navi23-', description: 'radv: Mesa 24.0' })],
  ['of Intel', info({ vendor: 'intel', architecture: 'xe-2hpg', description: 'Intel(R) Arc(TM) Graphics' })],
  ['of Apple', info({ vendor: 'apple', architecture: 'metal-3', description: 'Apple M2' })],
])('a card %s is not', (_, adapter) => expect(isSoftware(adapter)).toBe(false))
