import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { lastLines, runCommand } from '../main/runtime/commands.mjs'
import { checkout } from './checkout.mjs'
import { glibcVersion } from '../main/runtime/glibc.mjs'
import { withLock } from '../main/runtime/lock.mjs'
import { say, showProgress } from './progress.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'

const ERROR_LINES = 6

/**
 * Installs the npm packages of package-lock.json, without their install scripts, unless they are all there.
 * npm deletes node_modules first, so a second set-up at the same time waits and then looks again.
 */
export async function ensureNpmPackages(folder = checkout) {
  if (npmPackagesMatch(folder)) return
  await withLock(path.join(folder, 'out', 'set-up'), async () => {
    if (!npmPackagesMatch(folder)) await install(folder)
  })
}

async function install(folder) {
  say('Installing the npm packages (npm ci, without install scripts) ...')
  const { code, missing, output } = await npmCi(folder)
  if (missing) throw new SetupError('npm is not there: install it (it comes with Node) and run this again.')
  if (code !== 0) throw new SetupError(`npm could not install the packages. It said:\n${npmErrors(output)}`)
}

/** npm says what is wrong first, and then how to use it. */
function npmErrors(output) {
  const errors = output.split('\n').filter((line) => /^npm error \S/.test(line))
  return errors.length > 0 ? errors.slice(0, ERROR_LINES).join('\n') : lastLines(output, ERROR_LINES)
}

async function npmCi(folder) {
  let fetched = 0
  const done = showProgress(() => fetched > 0 && `${fetched} packages fetched`)
  const onText = (text) => {
    fetched += text.match(/http fetch GET 200/g)?.length ?? 0
  }
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http']
  try {
    // Inside `npm test` npm says where it is; that also spares npm.cmd and its shell on Windows.
    const npm = process.env.npm_execpath
    if (npm?.endsWith('.js'))
      return await runCommand(process.execPath, [npm, ...args], { cwd: folder, onText })
    return await runCommand('npm', args, { cwd: folder, onText, shell: process.platform === 'win32' })
  } finally {
    done()
  }
}

/** Whether node_modules holds what package-lock.json names: npm records there what it has installed. */
export function npmPackagesMatch(folder) {
  const record = path.join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = packagesOf(path.join(folder, 'package-lock.json'))
  const installed = packagesOf(record)
  if (Object.keys(installed).some((name) => !wanted[name])) return false
  return Object.entries(wanted).every(([name, entry]) =>
    isInstalled(entry, installed[name], path.join(folder, name)),
  )
}

function isInstalled(wanted, installed, place) {
  if (!installed) return wanted.optional === true && !isForThisMachine(wanted)
  return wanted.version === installed.version && wanted.integrity === installed.integrity && existsSync(place)
}

/**
 * npm leaves out optional packages for other systems; `os`, `cpu` and `libc` say which they are for.
 * Optional ones that name no system hang on a package that was left out.
 */
function isForThisMachine({ os, cpu, libc }) {
  return (
    os !== undefined &&
    includes(os, process.platform) &&
    includes(cpu, process.arch) &&
    includes(libc, systemLibc())
  )
}

function includes(allowed, value) {
  return allowed === undefined || value === undefined || [allowed].flat().includes(value)
}

function systemLibc() {
  if (process.platform !== 'linux') return undefined
  return glibcVersion() ? 'glibc' : 'musl'
}

function packagesOf(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'))
  return Object.fromEntries(Object.entries(packages).filter(([name]) => name.startsWith('node_modules/')))
}
