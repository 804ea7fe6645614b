import { statSync } from 'node:fs'
import path from 'node:path'
import { requireAll, wheelsChosen } from './chosenWheels.mjs'
import { getWheel } from './pip.mjs'
import { readFromWheel } from './wheelFile.mjs'
import { wheelsIn } from './wheelName.mjs'
import { TENSORFLOW_VERSION } from './wheels.mjs'

/**
 * TensorFlow's wheel, and the wheels of what its extra requires: one by one, so that a failure costs one.
 * @param downloads where pip puts them, and where those of an earlier try lie
 * @param hands as in install.mjs; with `wheels` pip is not asked, and all must lie in that folder
 */
export async function getWheels({ project, platforms, extra }, downloads, hands) {
  const chosen = hands.wheels && wheelsChosen(hands.wheels, platforms)
  const [found, missing] = [[], []]
  const get = async (requirement, number, of) => {
    hands.at({ phase: 'downloading', name: requirement, number, of, bytes: 0, total: null })
    const at = (state) => hands.at({ number, of, ...state })
    const wheel = await (chosen ? chosen(requirement) : getWheel(requirement, platforms, downloads, { ...hands, at }))
    if (wheel) found.push(wheel)
    else missing.push(requirement)
    return wheel
  }
  const main = await get(`${project}==${TENSORFLOW_VERSION}`, 1, extra ? null : 1)
  const requirements = extra && main ? await requirementsOf(main, extra, !chosen) : []
  for (const [index, requirement] of requirements.entries()) await get(requirement, index + 2, requirements.length + 1)
  requireAll(missing, hands.wheels, platforms)
  return found
}

/**
 * A wheel's METADATA has lines such as `Requires-Dist: nvidia-nccl-cu12<3.0,>=2.27.7; extra == "and-cuda"`.
 */
async function requirementsOf(wheel, extra, ours) {
  const metadata = await readFromWheel(wheel, /\.dist-info\/METADATA$/, ours)
  const lines = metadata.matchAll(/^Requires-Dist: ([^;\n]+);.*extra == ["']([\w-]+)["']/gm)
  return [...lines]
    .filter(([, , of]) => of === extra)
    .map(([, requirement]) => requirement.replaceAll(/[\s()]/g, ''))
}

/** How much of a set-up's downloads is there from earlier tries. */
export function bytesKept(downloads) {
  return wheelsIn(downloads).reduce((sum, name) => sum + statSync(path.join(downloads, name)).size, 0)
}
