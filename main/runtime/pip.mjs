import { mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from './commands.mjs'
import { SetupError } from './setupError.mjs'
import { bytesOf } from './layout.mjs'
import { explainPip } from './pipFailures.mjs'
import { checkWheel } from './wheelFile.mjs'
import { satisfies, wheelsIn } from './wheelName.mjs'
import { WHEEL_PYTHON } from './wheels.mjs'

const CALLS = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']]
const LOOK_MS = 400
const UNITS = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 }

/**
 * Gets the wheel that satisfies `requirement` into `folder`, or takes the complete one that is there from an
 * earlier try. pip works in a folder of its own, so that what it leaves when it is cut off is never taken for
 * a wheel.
 * @param hands as in install.mjs: `say`, `at` and `stop` are used
 * @returns the wheel's path
 */
export async function getWheel(requirement, platforms, folder, hands) {
  const kept = await keptWheel(requirement, folder, hands)
  if (kept) {
    hands.say(`${path.basename(kept)} is there from an earlier try.`)
    return kept
  }
  const work = path.join(folder, 'arriving')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(path.join(work, 'temporary'), { recursive: true })
  try {
    await download(requirement, platforms, work, hands)
    const name = wheelsIn(work)[0]
    if (!name)
      throw new SetupError(`pip said that it downloaded ${requirement}, but left no wheel: run this again.`)
    await checkWheel(path.join(work, name))
    renameSync(path.join(work, name), path.join(folder, name))
    return path.join(folder, name)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function keptWheel(requirement, folder, { say }) {
  const name = wheelsIn(folder).find((file) => satisfies(file, requirement))
  if (!name) return undefined
  try {
    await checkWheel(path.join(folder, name))
    return path.join(folder, name)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(`${name} from an earlier try is damaged: getting it anew.`)
    rmSync(path.join(folder, name))
    return undefined
  }
}

async function download(requirement, platforms, work, { say, at, stop }) {
  const pip = await findPip()
  const heard = { text: '' }
  const temporary = path.join(work, 'temporary')
  const timer = setInterval(() => at({ phase: 'downloading', name: requirement, ...arrived(heard.text, temporary) }), LOOK_MS)
  try {
    say(`Downloading ${requirement} with ${pip.join(' ')} ...`)
    const { code, output } = await runCommand(pip[0], [...pip.slice(1), ...downloadArguments(requirement, platforms, work)], {
      env: { ...process.env, TMPDIR: temporary, PYTHONUNBUFFERED: '1' },
      signal: stop,
      onText: (text) => {
        heard.text += text
      },
    })
    if (code !== 0) throw new SetupError(explainPip(requirement, output))
  } finally {
    clearInterval(timer)
  }
}

/** What pip is asked; also for people who download where there is a network, with their own folder as `target`. */
export function downloadArguments(requirement, platforms, target) {
  return [
    'download',
    '--no-deps',
    '--only-binary=:all:',
    '--no-cache-dir',
    '--progress-bar',
    'off',
    '--disable-pip-version-check',
    // At least one, or pip does not say that it cannot reach its index.
    '--retries',
    '3',
    '--python-version',
    WHEEL_PYTHON,
    ...platforms.flatMap((platform) => ['--platform', platform]),
    '--dest',
    target,
    requirement,
  ]
}

async function findPip() {
  for (const call of CALLS) {
    const { code } = await runCommand(call[0], [...call.slice(1), '--version'])
    if (code === 0) return call
  }
  throw new SetupError(
    'Python 3 with pip is not there: install it (on Debian: apt install python3-pip) and run this again, ' +
      'or download the wheel files on another machine and name their folder.',
  )
}

/** pip announces `Downloading NAME (273.8 MB)` and then writes the file into the temporary folder. */
function arrived(text, temporary) {
  const [, number, unit] = /Downloading \S+ \(([\d.]+) ([kMG]?B)\)/.exec(text) ?? []
  return { bytes: bytesOf(temporary), total: unit ? Math.round(Number(number) * UNITS[unit]) : null }
}
