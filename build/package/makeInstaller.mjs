import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inCheckout } from '../checkout.mjs'
import { lastLines, runCommand } from '../../main/runtime/commands.mjs'
import { ensureElectronHost } from '../electronHost.mjs'
import { say } from '../progress.mjs'
import { ensureRenderer } from '../renderer.mjs'
import { SetupError } from '../../main/runtime/setupError.mjs'
import { offlineElectron } from './offlineElectron.mjs'

/** Each is made on its own system, whose Node and TensorFlow it takes along. */
const SYSTEMS = { deb: 'linux', AppImage: 'linux', dmg: 'darwin', nsis: 'win32', dir: process.platform }
const FLAGS = { linux: '--linux', darwin: '--mac', win32: '--win' }
const WITHOUT_DOWNLOADS = ['deb', 'dir']

export const TARGETS = Object.keys(SYSTEMS)

/**
 * Makes an installer in out/installers.
 * @param node Node 24's executable
 * @param {{offline: boolean}} options whether it has to do without electron-builder's own downloads
 * @returns {Promise<string[]>} the files made
 * @throws SetupError where it cannot be made here, or with what electron-builder said
 */
export async function makeInstaller(node, target, { offline }) {
  if (SYSTEMS[target] !== process.platform) throw new SetupError(`A ${target} is made on ${SYSTEMS[target]}, this is ${process.platform}.`)
  if (offline && !WITHOUT_DOWNLOADS.includes(target)) throw new SetupError(`A ${target} cannot be made offline: electron-builder fetches what it is made with.`)
  await ensureRenderer(node)
  await ensureElectronHost(node)
  const folder = inCheckout('out', 'package')
  say('Laying out what is shipped ...')
  await run(node, [inCheckout('build', 'package', 'layOutAll.mjs'), folder])
  const electron = offline ? await offlineElectron(folder) : null
  const config = writeConfig(folder, electron)
  return build(node, target, config, offline)
}

function writeConfig(folder, electron) {
  const file = path.join(folder, 'builder.mjs')
  mkdirSync(folder, { recursive: true })
  const options = JSON.stringify({ folder, electron, feed: process.env.LACUNA_FEED })
  writeFileSync(file, `import { builderConfig } from '${inCheckout('build', 'package', 'builderConfig.mjs')}'\nexport default builderConfig(${options})\n`)
  return file
}

async function build(node, target, config, offline) {
  say(`Making the ${target} with electron-builder ...`)
  const builder = inCheckout('node_modules', 'electron-builder', 'cli.js')
  const args = [builder, FLAGS[process.platform], target, `--${process.arch}`, '--publish', 'never', '--config', config]
  const { output } = await run(node, args, offline ? { CUSTOM_FPM_PATH: inCheckout('build', 'package', 'fpmByDpkg.mjs') } : {})
  return [...output.matchAll(/building .*file=(\S+)/g)].map(([, file]) => inCheckout(file))
}

async function run(node, args, more = {}) {
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`, ...more }
  const result = await runCommand(node, args, { cwd: inCheckout(), env })
  if (result.code !== 0) throw new SetupError(lastLines(result.output, 20))
  return result
}
