import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'

/** IANA leaves the ports from here on to whoever wants them. */
const firstFree = 49_152

/**
 * The port of a workspace's door for browsers: the same each time, because what a browser keeps for a window (its
 * place, its panes) it keeps by port. Where it is taken, another one does.
 */
export function usualPort(workspace: string): number {
  const hash = createHash('sha256').update(realpathSync(workspace)).digest()
  return firstFree + (hash.readUInt16BE(0) % (65_536 - firstFree))
}
