import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe } from 'vitest'
import { test } from './fakeMachine.ts'
import { publishCuda } from './fakeCuda.ts'

describe.concurrent('the CUDA flavour', () => {
  test("lays NVIDIA's libraries beside TensorFlow's", async ({ machine, expect }) => {
    await publishCuda(machine)
    expect((await machine.run(['cuda'])).code).toBe(0)
    expect(machine.downloads()).toEqual(['tensorflow', 'nvidia-cublas-cu12', 'nvidia-nccl-cu12'])
    const own = path.join(machine.runtime, 'tensorflow-2.21.0-cuda')
    expect(readFileSync(path.join(own, 'nvidia/nccl/lib/libnccl.so.2'), 'utf8')).toBe('nccl')
    expect(existsSync(path.join(own, 'nvidia/cublas/include'))).toBe(false)
    expect(await machine.status()).toMatchObject({ flavour: 'cuda', loads: true })
  })

  test('costs one wheel when one download breaks', async ({ machine, expect }) => {
    await publishCuda(machine)
    const { said } = await machine.run(['cuda'], { FAKE_PIP: 'fails at nvidia-nccl-cu12' })
    expect(said).toContain('The download of nvidia-nccl-cu12<3.0,>=2.27.7 was cut off')
    expect((await machine.run(['cuda'])).code).toBe(0)
    expect(machine.downloads()).toEqual([
      'tensorflow',
      'nvidia-cublas-cu12',
      'nvidia-nccl-cu12',
      'nvidia-nccl-cu12',
    ])
  })

  test('a failed change leaves what was in use, and changing back downloads nothing', async ({
    machine,
    expect,
  }) => {
    await publishCuda(machine)
    await machine.run(['cpu'])
    expect((await machine.run(['cuda'], { FAKE_PIP: 'offline' })).code).toBe(1)
    expect(await machine.status()).toMatchObject({ flavour: 'cpu', loads: true })
    await machine.run(['cuda'])
    const before = machine.downloads()
    await machine.run(['cpu'])
    expect(await machine.status()).toMatchObject({ flavour: 'cpu', loads: true })
    expect(machine.downloads()).toEqual(before)
  })
})
