import { constants } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import type { Dirent } from 'node:fs'
import path from 'node:path'
import { PictureProblem, toProblem } from '../problems.ts'
import { MAXIMUM_FILE_BYTES, tooManyBytes } from '../limits.ts'
import { plainOrder } from '../naturalOrder.ts'
import { isLitter, join } from './tree.ts'
import type { Tree, TreeEntry } from './tree.ts'

// A named pipe would block whoever opens it; Windows has neither pipes in folders nor the flag.
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** A folder on the disk. Links are followed, but not back to a folder that they lie in. */
export class DiskTree implements Tree {
  readonly root: string

  constructor(root: string) {
    this.root = path.resolve(root)
  }

  absolute(relative: string): string {
    return path.resolve(this.root, relative)
  }

  async list(folder: string): Promise<TreeEntry[]> {
    const found = await readdir(this.absolute(folder), { withFileTypes: true })
    const entries: TreeEntry[] = []
    for (const dirent of found) {
      if (!isLitter(dirent.name)) entries.push(await this.#entry(folder, dirent))
    }
    return entries.sort((a, b) => plainOrder(a.name, b.name))
  }

  async #entry(folder: string, dirent: Dirent): Promise<TreeEntry> {
    const { name } = dirent
    if (dirent.isFile()) return { name, kind: 'file' }
    if (dirent.isDirectory()) return { name, kind: 'folder' }
    const at = join(folder, name)
    if (dirent.isSymbolicLink()) return this.#link(folder, name, at)
    return { name, kind: 'problem', problem: toProblem(at, notAFile()) }
  }

  async #link(folder: string, name: string, at: string): Promise<TreeEntry> {
    try {
      const target = await stat(this.absolute(at))
      if (!target.isDirectory()) return { name, kind: 'file' }
      await this.#refuseLoop(folder, at)
      return { name, kind: 'folder' }
    } catch (error) {
      const problem = toProblem(at, error)
      return { name, kind: 'problem', problem: problem.code === 'missing' ? broken(at) : problem }
    }
  }

  /** A link's target may be none of the folders on the way to it, nor one above them. */
  async #refuseLoop(folder: string, at: string): Promise<void> {
    const target = await realpath(this.absolute(at))
    const steps = folder === '' ? [] : folder.split('/')
    for (let depth = 0; depth <= steps.length; depth += 1) {
      const passed = await realpath(this.absolute(steps.slice(0, depth).join('/')))
      const way = path.relative(target, passed)
      if (way === '' || (!way.startsWith('..') && !path.isAbsolute(way))) {
        throw new PictureProblem('link-loop', 'It is a link that leads back to a folder it lies in.')
      }
    }
  }

  async read(relative: string, limit?: number): Promise<Buffer> {
    const file = await open(this.absolute(relative), READ)
    try {
      const { size } = checked(await file.stat(), limit)
      const buffer = Buffer.allocUnsafe(Math.min(size, limit ?? size))
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
      return bytesRead === buffer.length ? buffer : buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }

  async place(relative: string): Promise<string> {
    return this.absolute(relative)
  }

  async close(): Promise<void> {}
}

function checked(stats: { isFile(): boolean; isDirectory(): boolean; size: number }, limit?: number) {
  if (!stats.isFile()) throw notAFile()
  if (limit === undefined && stats.size > MAXIMUM_FILE_BYTES) throw tooManyBytes(stats.size)
  return stats
}

function notAFile(): PictureProblem {
  return new PictureProblem('unreadable', 'It is not a regular file.')
}

function broken(path: string) {
  return { path, code: 'broken-link' as const, message: 'It is a link to a file that is not there.' }
}
