import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe } from 'vitest'
import { CPU_WHEEL, type FakeMachine, TENSORFLOW_FILES, test } from './fakeMachine.ts'

describe.concurrent('a set-up that fails says why and leaves nothing half-installed', () => {
  const installed = (machine: FakeMachine) => machine.contents().filter((name) => name !== 'downloads')

  test.for<[string, Record<string, string>, string]>([
    ['without pip', { FAKE_PIP: 'absent' }, 'Python 3 with pip is not there: install it'],
    ['without a network', { FAKE_PIP: 'offline' }, 'pip cannot reach its package index'],
    ['with a full disk', { FAKE_PIP: 'full' }, 'The disk is full: make room'],
    ['with a download cut half-way', { FAKE_PIP: 'cut' }, 'is damaged or was cut off'],
    [
      'with a compiler that fails',
      { FAKE_COMPILER: 'fails' },
      'could not compile the binding. It said:\ntfjs_backend.cc:1',
    ],
    ['with a library that does not load', { FAKE_COMPILER: 'garbage' }, 'does not load here'],
  ])('%s', async ([_when, env, sentence], { machine, expect }) => {
    const { code, said } = await machine.run(['cpu'], env)
    expect(said).toContain(sentence)
    expect(said).not.toMatch(/^ +at /m)
    expect(code).toBe(1)
    expect(installed(machine)).toEqual([])
    expect((await machine.run(['cpu'])).code).toBe(0)
  })

  test('without a compiler, before the long download', async ({ machine, expect }) => {
    machine.removeProgram('g++')
    const { code, said } = await machine.run(['cpu'])
    expect(said).toContain('A C++ compiler is not there: install one')
    expect(code).toBe(1)
    expect(machine.downloads()).toEqual([])
  })

  test('without a wheel for this machine', async ({ machine, expect }) => {
    const { said } = await machine.run(['cuda'])
    expect(said).toContain('has no tensorflow==2.21.0 for this machine')
    expect(installed(machine)).toEqual([])
  })

  test('with a library that does not match its checksum, which is downloaded anew the next time', async ({
    machine,
    expect,
  }) => {
    await machine.publish(CPU_WHEEL, TENSORFLOW_FILES, { 'tensorflow/libtensorflow_cc.so.2': 'another' })
    const { said } = await machine.run(['cpu'])
    expect(said).toContain('libtensorflow_cc.so.2 does not match its checksum')
    expect(installed(machine)).toEqual([])
    await machine.publish(CPU_WHEEL, TENSORFLOW_FILES)
    expect((await machine.run(['cpu'])).code).toBe(0)
    expect(machine.downloads()).toHaveLength(2)
  })

  test('with a file where the folder should be', async ({ machine, expect }) => {
    writeFileSync(machine.runtime, 'a file')
    expect((await machine.run(['cpu'])).said).toMatch(
      /The folder .*runtime cannot be written \((EEXIST|ENOTDIR)\)/,
    )
  })
})

describe.concurrent('the next try', () => {
  test('takes the wheel that an earlier one has downloaded', async ({ machine, expect }) => {
    await machine.run(['cpu'], { FAKE_COMPILER: 'fails' })
    const { code, said } = await machine.run(['cpu'])
    expect(said).toContain(`${CPU_WHEEL}.whl is there from an earlier try.`)
    expect(code).toBe(0)
    expect(machine.downloads()).toEqual(['tensorflow-cpu'])
  })

  test('gets a kept wheel anew that has been damaged since', async ({ machine, expect }) => {
    await machine.run(['cpu'], { FAKE_COMPILER: 'fails' })
    writeFileSync(path.join(machine.runtime, 'downloads', `${CPU_WHEEL}.whl`), 'no zip')
    expect((await machine.run(['cpu'])).code).toBe(0)
    expect(machine.downloads()).toHaveLength(2)
  })

  test('takes over from a set-up that was killed in the middle', async ({ machine, expect }) => {
    const killed = machine.start(['cpu'], { FAKE_PIP: 'slow' })
    while (machine.downloads().length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    killed.kill('SIGKILL')
    await new Promise((resolve) => killed.on('exit', resolve))
    mkdirSync(path.join(machine.runtime, 'tensorflow-2.21.0-cpu.partial', 'tensorflow'), { recursive: true })
    expect(machine.contents()).toContain('lock')
    expect((await machine.run(['cpu'])).code).toBe(0)
    expect(machine.contents()).toEqual(['current', 'tensorflow-2.21.0-cpu'])
  })
})
