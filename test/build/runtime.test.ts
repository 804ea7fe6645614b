import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe } from 'vitest'
import { test } from './fakeMachine.ts'

describe.concurrent('a set-up that goes well', () => {
  test('leaves the library, the binding and nothing that is not needed to run', async ({
    machine,
    expect,
  }) => {
    const { code, said } = await machine.run(['cpu'])
    expect(said).toContain('is ready')
    expect(code).toBe(0)
    expect(machine.contents()).toEqual(['current', 'tensorflow-2.21.0-cpu'])
    const own = path.join(machine.runtime, 'tensorflow-2.21.0-cpu')
    expect(readdirSync(own, { recursive: true }).toSorted()).toEqual([
      'binding',
      'binding/tfjs_binding.node',
      'runtime.json',
      'tensorflow',
      'tensorflow/libtensorflow_cc.so.2',
      'tensorflow/libtensorflow_framework.so.2',
    ])
    const wanted = { flavour: 'cpu', version: '2.21.0', path: own, loads: true, why: null }
    expect(await machine.status()).toMatchObject(wanted)
  })

  test('done twice downloads once', async ({ machine, expect }) => {
    await machine.run(['cpu'])
    expect((await machine.run(['cpu'])).code).toBe(0)
    expect(machine.downloads()).toEqual(['tensorflow-cpu'])
  })

  test('replaces a runtime that does not load any more', async ({ machine, expect }) => {
    await machine.run(['cpu'])
    writeFileSync(
      path.join(machine.runtime, 'tensorflow-2.21.0-cpu', 'binding', 'tfjs_binding.node'),
      'garbage',
    )
    expect(await machine.status()).toMatchObject({
      loads: false,
      why: expect.stringContaining('tfjs_binding.node'),
    })
    await machine.run(['cpu'])
    expect(await machine.status()).toMatchObject({ loads: true })
  })
})

describe.concurrent('remove and status', () => {
  test('removing takes away what was set up, and nothing of somebody else', async ({ machine, expect }) => {
    await machine.run(['cpu'])
    writeFileSync(path.join(machine.runtime, 'notes.txt'), 'mine')
    await machine.run(['remove'])
    expect(machine.contents()).toEqual(['notes.txt'])
  })

  test('a removed runtime leaves no folder', async ({ machine, expect }) => {
    await machine.run(['cpu'])
    await machine.run(['remove'])
    expect(existsSync(machine.runtime)).toBe(false)
    expect((await machine.run(['remove'])).said).toContain('There is no TensorFlow runtime')
  })

  test('status says what to run where nothing is set up', async ({ machine, expect }) => {
    const { code, result } = await machine.run(['status'])
    expect(result).toContain('run "npm run runtime -- cpu"')
    expect(code).toBe(1)
    expect(await machine.status()).toMatchObject({ flavour: null, loads: false, path: machine.runtime })
  })

  test('a word that is no command gets the usage', async ({ machine, expect }) => {
    expect((await machine.run(['gpu'])).said).toContain('Usage: npm run runtime -- cpu|cuda|status|remove')
  })
})
