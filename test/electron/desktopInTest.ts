import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ElectronApplication, _electron, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { isAlive, kill } from '../client/enginesInTest.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

export const executable = process.env.LACUNA_ELECTRON!
export const node24 = process.env.LACUNA_NODE!
const host = path.join(import.meta.dirname, '..', '..', 'dist', 'electron', 'main.mjs')
const compiled = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'lacuna-tests')

/** Chromium's sandbox does not work for root, as which tests may run. */
export const hostArguments = [...(process.getuid!() === 0 ? ['--no-sandbox'] : []), host]

export interface Desktop {
  app: ElectronApplication
  workspace: string
  /** Lacuna's own page, once the engine answers. */
  page(): Promise<Page>
  enginePid(): number
}

/** The desktop application, with a workspace of its own. What it started ends with the test. */
export async function desktopInTest(options: { workspace?: string; files?: string[]; env?: Record<string, string> } = {}): Promise<Desktop> {
  const workspace = options.workspace ?? temporaryFolder()
  const app = await _electron.launch({ executablePath: executable, args: [...hostArguments, ...(options.files ?? [])], env: environment(workspace, options.env) })
  const program = app.process()
  // All of its processes: Playwright starts it as the head of a group.
  onTestFinished(() => void (program.exitCode === null && program.signalCode === null && process.kill(-program.pid!, 'SIGKILL')))
  const lock = path.join(workspace, 'engine.lock')
  const enginePid = () => JSON.parse(readFileSync(lock, 'utf8')).pid as number
  onTestFinished(() => endEngine(lock, enginePid))
  const page = async () => {
    const first = await app.firstWindow()
    await first.waitForURL(/^app:\/\/lacuna\/(?!host\/)/)
    return first
  }
  return { app, workspace, page, enginePid }
}

export function environment(workspace: string, more: Record<string, string> = {}): Record<string, string> {
  return { ...process.env, LACUNA_HOME: workspace, NODE_COMPILE_CACHE: compiled, ...more } as Record<string, string>
}

async function endEngine(lock: string, pid: () => number): Promise<void> {
  if (!existsSync(lock)) return
  const left = pid()
  kill(left)
  await expect.poll(() => isAlive(left), { timeout: 10_000 }).toBe(false)
}

/** A Node 24 that does not start before it is let. */
export function gatedNode(): { node: string; open: () => void } {
  const [node, gate] = ['node', 'gate'].map((name) => path.join(temporaryFolder(), name))
  writeFileSync(node, `#!/bin/sh\nwhile [ ! -e "${gate}" ]; do sleep 0.1; done\nexec "${node24}" "$@"\n`)
  chmodSync(node, 0o755)
  return { node, open: () => writeFileSync(gate, '') }
}

/** Has the next question answered by its nth button, as nobody is there to press one. @returns how to read what was asked */
export async function answerWith(app: ElectronApplication, button: number): Promise<() => Promise<{ message: string; detail: string; buttons: string[] } | null>> {
  await app.evaluate(({ dialog }, response) => {
    Object.assign(globalThis, { asked: null })
    const answer = async (...given: unknown[]) => {
      Object.assign(globalThis, { asked: given.at(-1) })
      return { response, checkboxChecked: false }
    }
    dialog.showMessageBox = answer as typeof dialog.showMessageBox
  }, button)
  return () => app.evaluate(() => (globalThis as unknown as { asked: never }).asked)
}

export const ended = (app: ElectronApplication): Promise<number | null> => {
  const program = app.process()
  if (program.exitCode !== null || program.signalCode !== null) return Promise.resolve(program.exitCode)
  return new Promise((resolve) => program.once('exit', resolve))
}
