import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { runtimeFolder } from '../../main/compute/runtimeFolder.mjs'

const commandLine = fileURLToPath(new URL('../../main/cli/index.ts', import.meta.url))

/** No colour, whatever the terminal of those who run the tests wants. */
const plain = { NO_COLOR: '1', FORCE_COLOR: undefined }

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** A folder of its own for a test file: the workspace lies in it, and it is removed at the end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lacuna-cli-'))
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }))
  return folder
}

/**
 * Starts the command line as a process of its own, in pipes, in `folder` and with its workspace below it.
 * TensorFlow is the one that is set up already.
 */
export function spawnLacuna(folder: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const home = path.join(folder, 'home')
  const child = spawn(process.execPath, [commandLine, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...plain, LACUNA_HOME: home, LACUNA_RUNTIME: runtimeFolder(), ...env },
  })
  return { child, ended: whenEnded(child) }
}

/** Runs the command line to its end. */
export function lacuna(folder: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return spawnLacuna(folder, args, env).ended
}

function whenEnded(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...said, code }))
  })
}
