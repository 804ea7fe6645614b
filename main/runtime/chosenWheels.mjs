import { existsSync } from 'node:fs'
import path from 'node:path'
import { downloadArguments } from './pip.mjs'
import { SetupError } from './setupError.mjs'
import { checkWheel } from './wheelFile.mjs'
import { isForPlatform, satisfies, wheelsIn } from './wheelName.mjs'

/** Hands out the wheels that somebody has put into a folder; undefined for one that is not there. They stay as they are. */
export function wheelsChosen(folder, platforms) {
  if (!existsSync(folder)) throw new SetupError(`There is no folder ${folder}: name the one with the wheel files.`)
  const there = wheelsIn(folder).filter((file) => isForPlatform(file, platforms))
  return async (requirement) => {
    const name = there.find((file) => satisfies(file, requirement))
    if (!name) return undefined
    await checkWheel(path.join(folder, name), false)
    return path.join(folder, name)
  }
}

/** @throws SetupError where some are missing, with how to get the first */
export function requireAll(missing, folder, platforms) {
  if (missing.length === 0) return
  const call = ['pip', ...downloadArguments(`"${missing[0]}"`, platforms.slice(0, 2), '.')].join(' ')
  throw new SetupError(
    `In ${folder} the wheel files of ${missing.join(' and ')} are missing: ` +
      `get them on a machine with a network (${call}), and put them there.`,
  )
}
