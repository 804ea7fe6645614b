import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe } from 'vitest'
import { type FakeMachine, TENSORFLOW_FILES, test } from './fakeMachine.ts'

const METADATA = [
  'Requires-Dist: numpy>=1.26',
  'Requires-Dist: nvidia-cublas-cu12<13.0,>=12.5.3.2; extra == "and-cuda"',
  'Requires-Dist: nvidia-nccl-cu12 (<3.0,>=2.27.7) ; extra == "and-cuda"',
  'Requires-Dist: tensorboard; extra == "other"',
].join('\n')

async function publishCuda(machine: FakeMachine): Promise<void> {
  await machine.publish('tensorflow-2.21.0-cp311-cp311-manylinux_2_27_x86_64', {
    ...TENSORFLOW_FILES,
    'tensorflow-2.21.0.dist-info/METADATA': METADATA,
  })
  await machine.publish('nvidia_cublas_cu12-12.9.1-py3-none-manylinux_2_27_x86_64', {
    'nvidia/cublas/lib/libcublas.so.12': 'cublas',
    'nvidia/cublas/include/cublas.h': '// not needed',
  })
  await machine.publish('nvidia_nccl_cu12-2.27.7-py3-none-manylinux2014_x86_64', {
    'nvidia/nccl/lib/libnccl.so.2': 'nccl',
  })
}

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
