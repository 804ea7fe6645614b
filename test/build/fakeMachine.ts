// A machine whose Python, compiler and package index do what a test wants. Programs that are not faked are
// absent.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { test as plainTest } from 'vitest'
import { ZipFile } from 'yazl'
import { ADDON, COMPILER, PYTHON } from './fakePrograms.ts'

const RUNTIME = fileURLToPath(new URL('../../build/runtime.mjs', import.meta.url))

/** The name of the wheel that the CPU flavour wants, and what such a wheel holds. */
export const CPU_WHEEL = 'tensorflow_cpu-2.21.0-cp311-cp311-manylinux_2_27_x86_64'
export const TENSORFLOW_FILES = {
  'tensorflow/libtensorflow_cc.so.2': 'the library',
  'tensorflow/libtensorflow_framework.so.2': 'its other half',
  'tensorflow/python/keras.py': 'not needed',
  'tensorflow/include/tensorflow/c/c_api.h': '// a header',
}

export interface Outcome {
  code: number | null
  /** What was said, on standard error. */
  said: string
  /** The result, on standard output. */
  result: string
}

export class FakeMachine {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'lacuna-machine-'))
  readonly runtime = path.join(this.folder, 'runtime')

  constructor() {
    for (const name of ['bin', 'wheels']) mkdirSync(path.join(this.folder, name))
    this.program('python3', PYTHON)
    this.program('g++', COMPILER)
    const addon = path.join(this.folder, 'addon.node')
    execFileSync('c++', ['-shared', '-fPIC', '-x', 'c', '-', '-o', addon], { input: ADDON })
  }

  program(name: string, text: string): void {
    writeFileSync(path.join(this.folder, 'bin', name), text)
    chmodSync(path.join(this.folder, 'bin', name), 0o755)
  }

  removeProgram(name: string): void {
    rmSync(path.join(this.folder, 'bin', name))
  }

  /** Puts a wheel into the package index; `record` overrides checksums, to damage it. */
  async publish(
    name: string,
    files: Record<string, string>,
    record: Record<string, string> = {},
  ): Promise<void> {
    const zip = new ZipFile()
    const [project, version] = name.split('-')
    const rows = Object.entries(files).map(
      ([file, text]) => `${file},sha256=${record[file] ?? sha256(text)},${text.length}`,
    )
    const all = { ...files, [`${project}-${version}.dist-info/RECORD`]: rows.join('\n') }
    for (const [file, text] of Object.entries(all)) zip.addBuffer(Buffer.from(text), file)
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(path.join(this.folder, 'wheels', `${name}.whl`)))
  }

  /** What goes wrong with pip from now on, where the environment does not say. */
  set pip(mode: string) {
    writeFileSync(path.join(this.folder, 'mode'), mode)
  }

  /** The pip that hangs, once there is one. */
  get hangingPip(): number | null {
    const file = path.join(this.folder, 'pid')
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null
  }

  /** Keeps a binding as the set-up of Lacuna leaves it, so that no compiler is needed. */
  keepBinding(): void {
    mkdirSync(this.runtime, { recursive: true })
    cpSync(path.join(this.folder, 'addon.node'), path.join(this.runtime, 'binding-2.21.0.node'))
  }

  /** The environment of whatever runs on this machine. */
  get env(): Record<string, string> {
    return { PATH: path.join(this.folder, 'bin'), LACUNA_RUNTIME: this.runtime }
  }

  /** Starts `npm run runtime -- COMMAND` on this machine. */
  start(command: string[], env: Record<string, string> = {}) {
    return spawn(process.execPath, [RUNTIME, ...command], {
      env: { PATH: path.join(this.folder, 'bin'), HOME: this.folder, LACUNA_RUNTIME: this.runtime, ...env },
    })
  }

  async run(command: string[], env: Record<string, string> = {}): Promise<Outcome> {
    const child = this.start(command, env)
    let [said, result] = ['', '']
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      result += text
    })
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
    return { code, said, result }
  }

  /** The projects that pip was asked for, in order. */
  downloads(): string[] {
    const log = path.join(this.folder, 'downloads.log')
    return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  }

  /** What lies in the runtime folder. */
  contents(): string[] {
    return existsSync(this.runtime) ? readdirSync(this.runtime).toSorted() : []
  }

  /** What `npm run runtime -- status --json` says. */
  async status(): Promise<Record<string, unknown>> {
    return JSON.parse((await this.run(['status', '--json'])).result)
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/**
 * A test with a machine of its own, whose package index has the CPU flavour's wheel; such tests may run side
 * by side.
 */
export const test = plainTest.extend<{ machine: FakeMachine }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures that are wanted from the pattern
  machine: async ({}, use) => {
    const machine = new FakeMachine()
    await machine.publish(CPU_WHEEL, TENSORFLOW_FILES)
    await use(machine)
    machine.dispose()
  },
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
