import { mkdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { describe } from 'vitest'
import { test } from './fakeMachine.ts'

describe.concurrent('two set-ups at once', () => {
  test('do the work once, and both end well', async ({ machine, expect }) => {
    const outcomes = await Promise.all([1, 2, 3].map(() => machine.run(['cpu'], { FAKE_PIP: 'slow' })))
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(outcomes.filter(({ said }) => said.includes('Another set-up is at work'))).toHaveLength(2)
    expect(machine.downloads()).toEqual(['tensorflow-cpu'])
    expect(machine.contents()).toEqual(['current', 'tensorflow-2.21.0-cpu'])
  })

  test('a lock of a live process is not taken', async ({ machine, expect }) => {
    mkdirSync(path.join(machine.runtime, 'lock'), { recursive: true })
    const owner = { pid: process.pid, host: hostname() }
    writeFileSync(path.join(machine.runtime, 'lock', 'owner.json'), JSON.stringify(owner))
    const waiting = machine.start(['cpu'])
    await new Promise((resolve) => waiting.stderr.once('data', resolve))
    expect(machine.contents()).toEqual(['lock'])
    waiting.kill('SIGTERM')
    await new Promise((resolve) => waiting.on('exit', resolve))
    expect(machine.contents()).toEqual(['lock'])
  })

  test('a set-up that is told to stop gives its lock back', async ({ machine, expect }) => {
    const stopped = machine.start(['cpu'], { FAKE_PIP: 'slow' })
    while (machine.downloads().length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    stopped.kill('SIGTERM')
    expect(await new Promise((resolve) => stopped.on('exit', resolve))).toBe(143)
    expect(machine.contents()).not.toContain('lock')
  })
})
