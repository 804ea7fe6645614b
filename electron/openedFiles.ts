import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folders and files among a command line's arguments: by their path, or by their address as a desktop gives it.
 * @param own the script that Electron was started with, where Lacuna is not installed
 */
export function filesAmong(args: string[], folder: string, own: string): string[] {
  const places = args.filter((arg) => !arg.startsWith('-')).map((arg) => placeOf(arg, folder))
  return places.filter((place): place is string => place !== null && place !== own && existsSync(place))
}

function placeOf(arg: string, folder: string): string | null {
  if (!URL.canParse(arg) || /^[a-z]:[\\/]/i.test(arg)) return path.resolve(folder, arg)
  return arg.startsWith('file:') ? fileURLToPath(arg) : null
}

/** Where in the window it is opened: a backup to be restored, all else as the source of a new project. */
export function screenFor(file: string): string {
  const isBackup = file.toLowerCase().endsWith('.lacuna')
  return isBackup ? `#/settings?${new URLSearchParams({ restore: file })}` : `#/?${new URLSearchParams({ source: file })}`
}
