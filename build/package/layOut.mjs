import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runtimeFolder, runtimeInUse } from '../../main/compute/runtimeFolder.mjs'
import { checkout, inCheckout } from '../checkout.mjs'
import { node24Package } from '../node24.mjs'
import { SetupError } from '../../main/runtime/setupError.mjs'
import { enginePackages } from './enginePackages.mjs'
import { isUnneeded } from './unneeded.mjs'

/** The engine's own, beside its packages: build/ has what finds Node 24. */
const OWN = [
  'main', 'resources', path.join('dist', 'renderer'), 'package.json', 'LICENSE', 'NOTICES.md',
  ...['node24.mjs', 'checkout.mjs'].map((name) => path.join('build', name)),
]

/**
 * Lays out what goes into an installer: `app` (the desktop host, which becomes app.asar), and `lacuna` (the engine with
 * its packages, Node 24 and TensorFlow, which plain Node reads and which therefore lie outside).
 * @param {{platform: string, arch: string}} machine as Node names it
 */
export function layOut(folder, machine) {
  rmSync(folder, { recursive: true, force: true })
  const [app, lacuna] = [path.join(folder, 'app'), path.join(folder, 'lacuna')]
  cpSync(inCheckout('dist', 'electron'), app, { recursive: true })
  writeFileSync(path.join(app, 'package.json'), JSON.stringify(aboutApp(), null, 2))
  for (const place of OWN) putAll(checkout, place, lacuna)
  for (const place of [...enginePackages(checkout), path.join('node_modules', node24Package(machine.platform, machine.arch))]) {
    putAll(checkout, place, lacuna, (file) => !isUnneeded(file.replaceAll('\\', '/'), machine))
  }
  putRuntime(path.join(lacuna, 'runtime'))
  return { app, lacuna }
}

/** Electron starts `main`; the packages are bundled into it. */
function aboutApp() {
  const { name, version, description, license, homepage, author } = JSON.parse(readFileSync(inCheckout('package.json'), 'utf8'))
  return { name, productName: 'Lacuna', version, description, license, homepage, author, type: 'module', main: 'main.mjs' }
}

function putRuntime(place) {
  const runtime = runtimeInUse(runtimeFolder())
  if (runtime?.flavour !== 'cpu') throw new SetupError('The CPU runtime is what is shipped: run "npm run runtime -- cpu" first.')
  putAll(path.dirname(runtime.path), path.basename(runtime.path), place)
  writeFileSync(path.join(place, 'current'), `${path.basename(runtime.path)}\n`)
}

/** By a second name where the disk allows it: nothing is written to what is laid out. */
function putAll(root, place, target, isWanted = () => true) {
  for (const file of filesIn(root, place).filter(isWanted)) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true })
    put(path.join(root, file), path.join(target, file))
  }
}

function put(from, to) {
  try {
    linkSync(from, to)
  } catch (error) {
    if (error.code !== 'EXDEV' && error.code !== 'EPERM') throw error
    copyFileSync(from, to)
  }
}

/** A package's nested packages are named by themselves. */
function filesIn(root, place) {
  if (!existsSync(path.join(root, place))) throw new SetupError(`${path.join(root, place)} is not there: run "npm run setup" first.`)
  const entries = readdirSync(path.dirname(path.join(root, place)), { withFileTypes: true })
  const own = entries.find(({ name }) => name === path.basename(place))
  if (!own.isDirectory()) return [place]
  const isNested = place.startsWith('node_modules')
  return readdirSync(path.join(root, place)).flatMap((name) =>
    isNested && name === 'node_modules' ? [] : filesIn(root, path.join(place, name)))
}
