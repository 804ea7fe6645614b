import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from './commands.mjs'
import { megabytes, say, showProgress } from '../../build/progress.mjs'
import { SetupError } from './setupError.mjs'
import { bytesOf } from './layout.mjs'
import { explainPip } from './pipFailures.mjs'
import { checkWheel } from './wheelFile.mjs'
import { WHEEL_PYTHON } from './wheels.mjs'

const CALLS = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']]

/**
 * Gets the wheel that satisfies `requirement` into `folder`, or takes the complete one that is there from an
 * earlier try. pip works in a folder of its own, so that what it leaves when it is cut off is never taken for
 * a wheel.
 * @returns the wheel's path
 */
export async function getWheel(requirement, platforms, folder) {
  const kept = await keptWheel(requirement, folder)
  if (kept) {
    say(`${path.basename(kept)} is there from an earlier try.`)
    return kept
  }
  const work = path.join(folder, 'arriving')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(path.join(work, 'temporary'), { recursive: true })
  try {
    await download(requirement, platforms, work)
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

async function keptWheel(requirement, folder) {
  const [, project, version] = /^([\w.-]+?)(?:==(\S+)|[<>=!~].*)?$/.exec(requirement)
  const start = `${project.replaceAll(/[-.]+/g, '_').toLowerCase()}-${version ? `${version}-` : ''}`
  const name = wheelsIn(folder).find((file) => file.toLowerCase().startsWith(start))
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

async function download(requirement, platforms, work) {
  const pip = await findPip()
  const heard = { text: '' }
  const temporary = path.join(work, 'temporary')
  const done = showProgress(() => describeDownload(heard.text, temporary))
  try {
    say(`Downloading ${requirement} with ${pip.join(' ')} ...`)
    const { code, output } = await runCommand(
      pip[0],
      [
        ...pip.slice(1),
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
        work,
        requirement,
      ],
      {
        env: { ...process.env, TMPDIR: temporary, PYTHONUNBUFFERED: '1' },
        onText: (text) => {
          heard.text += text
        },
      },
    )
    if (code !== 0) throw new SetupError(explainPip(requirement, output))
  } finally {
    done()
  }
}

async function findPip() {
  for (const call of CALLS) {
    const { code } = await runCommand(call[0], [...call.slice(1), '--version'])
    if (code === 0) return call
  }
  throw new SetupError(
    'Python 3 with pip is not there: install it (on Debian: apt install python3-pip), then run this again.',
  )
}

/** pip announces `Downloading NAME (273.8 MB)` and then writes the file into the temporary folder. */
function describeDownload(text, temporary) {
  const [, total] = /Downloading \S+ \(([\d.]+ [kMG]?B)\)/.exec(text) ?? []
  const bytes = bytesOf(temporary)
  return total && bytes > 0 ? `${megabytes(bytes)} of ${total}` : undefined
}

function wheelsIn(folder) {
  return readdirSync(folder).filter((file) => file.endsWith('.whl'))
}
