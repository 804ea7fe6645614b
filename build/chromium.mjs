// The headless Chromium of npm's @sparticuz/chromium, for the tests that drive a browser and for the
// pictures.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkout, inCheckout } from './checkout.mjs'
import { runCommand } from '../main/runtime/commands.mjs'
import { withLock } from '../main/runtime/lock.mjs'
import { say } from './progress.mjs'
import { SetupError } from '../main/runtime/setupError.mjs'

/**
 * The package's own arguments switch web security off, under which tests of it would pass falsely: these
 * alone.
 */
export const chromiumArguments = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]

/**
 * As Chromium starts by itself where there is no graphics card: a processor draws the page, and SwiftShader draws
 * WebGL alone. For figures: with the arguments above, SwiftShader draws the page too, slowly. Not for tests: Chromium
 * then warns in the console of its own reading of each picture.
 */
export const cardlessArguments = ['--no-sandbox', '--enable-unsafe-swiftshader']

/**
 * Unpacks Chromium once, into a folder of its own version.
 * @returns {Promise<{executablePath: string, env: Record<string, string>}>} what Playwright's `launch` needs
 */
export async function ensureChromium(node = process.execPath) {
  const { version } = JSON.parse(
    readFileSync(inCheckout('node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  )
  const folder = path.join(checkout, 'out', `chromium-${version}`)
  if (!existsSync(path.join(folder, 'launch.json'))) {
    await withLock(path.join(checkout, 'out', 'chromium'), async () => {
      if (!existsSync(path.join(folder, 'launch.json'))) await unpack(node, folder)
    })
  }
  const { libraries } = JSON.parse(readFileSync(path.join(folder, 'launch.json'), 'utf8'))
  return { executablePath: path.join(folder, 'chromium'), env: environment(folder, libraries) }
}

/**
 * It unpacks into the temporary folder and takes whatever file of that name lies there, so it gets an empty
 * one.
 */
async function unpack(node, folder) {
  say('Unpacking the Chromium for tests ...')
  const begun = `${folder}.part`
  rmSync(begun, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(begun, { recursive: true })
  const script = `const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br')`
  const env = { ...process.env, TMPDIR: begun, TEMP: begun, TMP: begun }
  const { code, output } = await runCommand(node, ['--input-type=module', '--eval', script], {
    cwd: checkout,
    env,
  })
  if (code !== 0) throw new SetupError(`Chromium could not be unpacked into ${begun}. It said:\n${output}`)
  renameSync(begun, folder)
  writeFileSync(path.join(folder, 'fonts', 'fonts.conf'), fontsIn(folder))
  writeFileSync(path.join(folder, 'launch.json'), JSON.stringify({ libraries: await needsLibraries(folder) }))
}

/** Whether this machine lacks libraries that Chromium needs and has along. */
async function needsLibraries(folder) {
  const started = async (libraries) => {
    const env = { ...process.env, ...environment(folder, libraries) }
    return (await runCommand(path.join(folder, 'chromium'), ['--version'], { env })).code === 0
  }
  if (await started(false)) return false
  if (await started(true)) return true
  throw new SetupError(
    'The Chromium for tests does not start on this machine: it needs Linux on x64 with glibc.',
  )
}

/** The package looks for its fonts in /tmp. The machine's come after them, for signs that they lack. */
function fontsIn(folder) {
  const prefer = (family) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(folder, 'fonts', 'cache')}</cachedir>
  ${['system-ui', 'sans-serif'].map(prefer).join('\n  ')}
</fontconfig>
`
}

/** Its own fonts, so that pictures look the same everywhere. */
function environment(folder, libraries) {
  const fonts = { FONTCONFIG_PATH: path.join(folder, 'fonts') }
  return libraries ? { ...fonts, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') } : fonts
}
