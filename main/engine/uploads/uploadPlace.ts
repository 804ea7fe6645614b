import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'

/** A file of more than this is named by its path instead: the browser would copy it beside the original. */
export const mostBytes = 20e9

/** What stays free on the disk whatever is sent. */
const spareBytes = 1e9

/** Where what a browser sends is kept: below the workspace, each file in a folder of its own. */
export const uploadsFolder = (workspace: string): string => path.join(workspace, 'uploads')

/**
 * Whether a file may be sent.
 * @throws EngineFailure BAD_INPUT for a name or size that is not taken, UNAVAILABLE where the disk has no room for it
 */
export async function checkUpload(workspace: string, name: string, bytes: number): Promise<void> {
  if (!/^[^/\\\0]{1,200}\.(zip|lacuna)$/i.test(name) || name.startsWith('.'))
    throw new EngineFailure('BAD_INPUT', `“${name.slice(0, 200)}” cannot be sent from a browser: a .zip or .lacuna file can.`,
      'Of anything else on this machine, type the whole path.')
  const gigabytes = (value: number) => `${(value / 1e9).toFixed(1)} GB`
  if (!Number.isSafeInteger(bytes) || bytes <= 0 || bytes > mostBytes)
    throw new EngineFailure('BAD_INPUT', `“${name}” cannot be sent from a browser: from 1 byte to ${gigabytes(mostBytes)} can.`,
      'Type the whole path of the file instead.')
  const { bavail, bsize } = await statfs(workspace)
  if (bytes + spareBytes > bavail * bsize)
    throw new EngineFailure('UNAVAILABLE', `“${name}” has ${gigabytes(bytes)}, and ${gigabytes(bavail * bsize)} are free where Lacuna keeps its data.`,
      'Free some space, or type the whole path of the file: then nothing is copied.')
}
