import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { getWheel } from './pip.mjs'
import { readFromWheel } from './wheelFile.mjs'
import { TENSORFLOW_VERSION } from './wheels.mjs'

/** TensorFlow's wheel, and the wheels of what its extra requires: one by one, so that a failure costs one. */
export async function getWheels({ project, platforms, extra }, downloads) {
  const main = await getWheel(`${project}==${TENSORFLOW_VERSION}`, platforms, downloads)
  const wheels = [main]
  for (const requirement of extra ? await requirementsOf(main, extra) : []) {
    wheels.push(await getWheel(requirement, platforms, downloads))
  }
  return wheels
}

/**
 * A wheel's METADATA has lines such as `Requires-Dist: nvidia-nccl-cu12<3.0,>=2.27.7; extra == "and-cuda"`.
 */
async function requirementsOf(wheel, extra) {
  const metadata = await readFromWheel(wheel, /\.dist-info\/METADATA$/)
  const lines = metadata.matchAll(/^Requires-Dist: ([^;\n]+);.*extra == ["']([\w-]+)["']/gm)
  return [...lines]
    .filter(([, , of]) => of === extra)
    .map(([, requirement]) => requirement.replaceAll(/[\s()]/g, ''))
}

/** How much of a set-up's downloads is there from earlier tries. */
export function bytesKept(downloads) {
  const wheels = readdirSync(downloads).filter((name) => name.endsWith('.whl'))
  return wheels.reduce((sum, name) => sum + statSync(path.join(downloads, name)).size, 0)
}
