import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/** Where another Chromium is named. */
const variable = 'LACUNA_CHROMIUM'

export const whatIsMissing =
  'A PDF is printed by Chromium, Chrome or Edge, and none was found: install one of them, or name its program in the '
  + `environment variable ${variable}. The HTML page prints to PDF in any browser.`

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser']

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

type Environment = Record<string, string | undefined>

/** The program files in which a Chromium may lie on a system, the likeliest first. */
export function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [path.posix.join(env.HOME, 'Applications')] : [])]
    return folders.flatMap((folder) => macApplications.map((one) => path.posix.join(folder, one)))
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((one) => one !== undefined)
    return folders.flatMap((folder) => windowsPrograms.map((one) => path.win32.join(folder, one)))
  }
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return names.flatMap((name) => [...new Set(folders)].map((folder) => path.posix.join(folder, name)))
}

/**
 * The Chromium that prints: the one that LACUNA_CHROMIUM names, and no other where it names one; else the first in the
 * usual places; null where there is none.
 */
export function findChromium(
  env: Environment = process.env, platform: NodeJS.Platform = process.platform, isProgram = canRun,
): string | null {
  const named = env[variable]
  const places = named ? [named] : usualPlaces(platform, env)
  return places.find(isProgram) ?? null
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
