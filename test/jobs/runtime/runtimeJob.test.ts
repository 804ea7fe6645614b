import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { publishCuda } from '../../build/fakeCuda.ts'
import { CPU_WHEEL, FakeMachine, TENSORFLOW_FILES } from '../../build/fakeMachine.ts'
import { engineInTest } from '../../engine/engineInTest.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'

describe('runtimes, by a pip that does what a test wants', () => {
  let machine: FakeMachine
  beforeEach(async () => {
    machine = new FakeMachine()
    onTestFinished(() => machine.dispose())
    await machine.publish(CPU_WHEEL, TENSORFLOW_FILES)
    await publishCuda(machine)
    machine.keepBinding()
    for (const [name, value] of Object.entries(machine.env)) vi.stubEnv(name, value)
    onTestFinished(() => void vi.unstubAllEnvs())
  })

  const inUse = async (api: Awaited<ReturnType<typeof engineInTest>>['api']) =>
    (await api.runtimes.list()).filter((one) => one.isInUse).map(({ flavour }) => flavour)

  test('one is installed without a compiler, tried, used, and removed again', async () => {
    machine.removeProgram('g++')
    const { api, ended } = await engineInTest()
    expect(await api.runtimes.list()).toMatchObject([{ flavour: 'cpu', isThere: false, bytes: 0 }, { flavour: 'cuda', isThere: false }])
    const { jobId } = await api.runtimes.install({ flavour: 'cpu' })
    expect(await ended(jobId)).toMatchObject({ kind: 'runtime', state: 'done', result: { flavour: 'cpu' }, title: 'Setting up TensorFlow for processors' })
    expect(await inUse(api)).toEqual(['cpu'])
    expect(await api.runtimes.check({ flavour: 'cpu' })).toEqual({ loads: true, why: null })
    expect(await ended((await api.runtimes.remove({ flavour: 'cpu' })).jobId)).toMatchObject({ state: 'done', result: { freedBytes: expect.any(Number) } })
    expect(machine.contents()).toEqual(['binding-2.21.0.node'])
    expect(await ended((await api.runtimes.install({ flavour: 'cpu' })).jobId)).toMatchObject({ state: 'done' })
  })

  test('CUDA costs one wheel where one breaks, and removing it gives the processor’s its place back', async () => {
    const { api, ended } = await engineInTest()
    await ended((await api.runtimes.install({ flavour: 'cpu' })).jobId)
    machine.pip = 'fails at nvidia-nccl-cu12'
    const failed = await ended((await api.runtimes.install({ flavour: 'cuda' })).jobId)
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'RUNTIME', message: expect.stringContaining('nvidia-nccl-cu12<3.0,>=2.27.7 was cut off') } })
    expect(await inUse(api)).toEqual(['cpu'])
    machine.pip = 'works'
    await ended((await api.runtimes.install({ flavour: 'cuda' })).jobId)
    expect(machine.downloads()).toEqual(['tensorflow-cpu', 'tensorflow', 'nvidia-cublas-cu12', 'nvidia-nccl-cu12', 'nvidia-nccl-cu12'])
    expect(await inUse(api)).toEqual(['cuda'])
    await ended((await api.runtimes.remove({ flavour: 'cuda' })).jobId)
    expect(await inUse(api)).toEqual(['cpu'])
    expect(machine.contents()).toEqual(['binding-2.21.0.node', 'current', 'tensorflow-2.21.0-cpu'])
  })

  test('a cancelled one ends its pip, says how far it was, and leaves what was in use', async () => {
    const { api, ended } = await engineInTest()
    machine.pip = 'hangs'
    const { jobId } = await api.runtimes.install({ flavour: 'cpu' })
    await expect.poll(async () => (await api.jobs.show({ id: jobId })).progress, { timeout: 20_000 }).toMatchObject({
      kind: 'runtime', phase: 'downloading', wheel: 'tensorflow-cpu==2.21.0', number: 1, of: 1, done: 4e6, total: 10e6,
    })
    const pip = machine.hangingPip!
    await api.jobs.cancel({ id: jobId })
    expect(await ended(jobId)).toMatchObject({ state: 'cancelled' })
    await expect.poll(() => isAlive(pip), { timeout: 20_000 }).toBe(false)
    expect(machine.contents().filter((name) => name !== 'downloads')).toEqual(['binding-2.21.0.node'])
  })

  test('from wheel files pip is not asked, and they stay as they are', async () => {
    machine.removeProgram('python3')
    const { api, ended } = await engineInTest()
    const wheels = path.join(machine.folder, 'wheels')
    const before = readdirSync(wheels)
    expect(await ended((await api.runtimes.install({ flavour: 'cuda', wheels })).jobId)).toMatchObject({ state: 'done' })
    expect(existsSync(path.join(machine.runtime, 'tensorflow-2.21.0-cuda', 'nvidia/nccl/lib/libnccl.so.2'))).toBe(true)
    expect(readdirSync(wheels)).toEqual(before)
  })

  test.each([
    ['without pip', null, /Python 3 with pip is not there: .* or download the wheel files on another machine and name their folder/],
    ['from a folder without them', {}, /In .* the wheel files of tensorflow-cpu==2\.21\.0 are missing: get them on a machine with a network \(pip download /],
    ['from one for another machine', { 'tensorflow_cpu-2.21.0-cp311-cp311-win_amd64.whl': 'x' }, /are missing/],
    ['from one that is damaged', { [`${CPU_WHEEL}.whl`]: 'no zip' }, /is damaged or was cut off .* Download it anew/],
  ])('%s it fails with one sentence that says what to do', async (_how, files, sentence) => {
    machine.removeProgram('python3')
    const { api, ended } = await engineInTest()
    const wheels = files === null ? undefined : temporaryFolder()
    for (const [name, text] of Object.entries<string>(files ?? {})) writeFileSync(path.join(wheels!, name), text)
    const { state, error } = await ended((await api.runtimes.install({ flavour: 'cpu', wheels })).jobId)
    expect([state, error!.message]).toEqual(['failed', expect.stringMatching(sentence)])
    expect(wheels ? readdirSync(wheels).toSorted() : []).toEqual(Object.keys(files ?? {}).toSorted())
  })

  test('what is not there cannot be removed, and nothing is while a job runs', async () => {
    const { api, ended } = await engineInTest()
    await expect(api.runtimes.remove({ flavour: 'cuda' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await ended((await api.runtimes.install({ flavour: 'cpu' })).jobId)
    machine.pip = 'hangs'
    const { jobId } = await api.runtimes.install({ flavour: 'cuda' })
    await expect(api.runtimes.remove({ flavour: 'cpu' })).rejects.toMatchObject({
      code: 'CONFLICT', data: { message: expect.stringContaining('while job') },
    })
    await api.jobs.cancel({ id: jobId })
  })

  test('one that came with Lacuna is used where it is the wanted one, without any download', async () => {
    const { changeRuntime } = await import(new URL('../../../main/runtime/install.mjs', import.meta.url).href)
    const { listRuntimes } = await import(new URL('../../../main/runtime/setUp.mjs', import.meta.url).href)
    const shipped = temporaryFolder()
    const own = path.join(shipped, 'tensorflow-2.21.0-cpu')
    mkdirSync(path.join(own, 'binding'), { recursive: true })
    writeFileSync(path.join(own, 'runtime.json'), '{"flavour":"cpu","version":"2.21.0"}')
    writeFileSync(path.join(own, 'binding', 'tfjs_binding.node'), '')
    writeFileSync(path.join(shipped, 'current'), 'tensorflow-2.21.0-cpu')
    writeFileSync(path.join(machine.runtime, 'current'), 'tensorflow-2.21.0-cuda')
    await changeRuntime('cpu', machine.runtime, { node: process.execPath, shipped, say: () => undefined, at: () => undefined })
    expect(machine.downloads()).toEqual([])
    expect(listRuntimes(machine.runtime, shipped)[0]).toMatchObject({ flavour: 'cpu', path: own, isThere: true, isShipped: true, isInUse: true })
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
