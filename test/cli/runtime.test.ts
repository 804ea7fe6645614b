import { afterEach, beforeEach, expect, test } from 'vitest'
import path from 'node:path'
import { publishCuda } from '../build/fakeCuda.ts'
import { CPU_WHEEL, FakeMachine, TENSORFLOW_FILES } from '../build/fakeMachine.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'
import { lacuna } from './lacunaProcess.ts'

let machine: FakeMachine
let home: string
beforeEach(async () => {
  machine = new FakeMachine()
  home = temporaryFolder()
  await machine.publish(CPU_WHEEL, TENSORFLOW_FILES)
  await publishCuda(machine)
  machine.keepBinding()
})
afterEach(() => machine.dispose())

const run = (...args: string[]) => lacuna(home, ['runtime', ...args], machine.env)

test('a runtime is installed, shown and removed, as JSON', async () => {
  expect((await run('status')).code).toBe(1)
  const installed = await run('install', 'cpu', '--json')
  expect(JSON.parse(installed.stdout)).toMatchObject({ flavour: 'cpu', version: '2.21.0', isInUse: true, loads: true, why: null })
  expect(installed.stderr).toContain('Setting up TensorFlow for processors')
  const { code, stdout } = await run('status', '--json')
  expect([code, JSON.parse(stdout)]).toEqual([0, [
    expect.objectContaining({ flavour: 'cpu', isThere: true, loads: true }), expect.objectContaining({ flavour: 'cuda', isThere: false, loads: null }),
  ]])
  expect(JSON.parse((await run('remove', 'cpu', '--json')).stdout)).toMatchObject({ removed: { kind: 'runtime', flavour: 'cpu' } })
})

test('from a folder of wheel files, and what is missing there is named', async () => {
  machine.removeProgram('python3')
  const { stdout } = await run('install', 'cuda', '--wheels', path.join(machine.folder, 'wheels'))
  expect(stdout).toMatch(/TensorFlow 2\.21\.0 \(cuda\): in use, .*it loads/)
  const missing = await run('install', 'cpu', '--wheels', temporaryFolder())
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('the wheel files of tensorflow-cpu==2.21.0 are missing')])
})

test('a flavour that there is not is wrong usage', async () => {
  expect(await run('install', 'rocm')).toMatchObject({ code: 2, stderr: expect.stringContaining('Allowed choices are cpu, cuda') })
})
