import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hasScreen } from './findElectron.mjs'

/**
 * Opens an address with the system's browser.
 * @returns {Promise<boolean>} whether there is one to be asked
 */
export async function openPage(url, platform = process.platform, env = process.env) {
  const command = openerOf(platform, env)
  if (!command) return false
  const child = spawn(command[0], [...command.slice(1), url], { stdio: 'ignore', detached: true })
  child.unref()
  try {
    await once(child, 'spawn')
    return true
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EACCES') return false
    throw error
  }
}

/** The system's command that opens an address; undefined where there is no screen to open it on. */
export function openerOf(platform, env) {
  if (platform === 'darwin') return ['open']
  // Not through cmd.exe, which would read the address's & and %.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return hasScreen(platform, env) ? ['xdg-open'] : undefined
}
