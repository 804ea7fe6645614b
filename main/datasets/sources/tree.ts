import type { Problem } from '../problems.ts'

/**
 * Folders and files, on a disk or in an archive. Paths are relative to its root, with `/`; the root is ''.
 */
export interface Tree {
  /** What lies directly in the folder, by name, without hidden files. */
  list(folder: string): Promise<TreeEntry[]>
  /** The file's bytes, or its first `limit`. Throws `PictureProblem` or the system's error. */
  read(path: string, limit?: number): Promise<Buffer>
  /** Places a large file where it can be read by position: its path on the disk. `scratch` is for a copy. */
  place(path: string, scratch: string): Promise<string>
  close(): Promise<void>
}

export type TreeEntry =
  { name: string; kind: 'file' | 'folder' } | { name: string; kind: 'problem'; problem: Problem }

const LITTER = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '__macosx',
  '@eadir',
  'icon\r',
  '$recycle.bin',
])

const ABOUT = /^(readme|licen[cs]e|copying)(\.\w+)?$/i

/** Hidden files, what systems scatter into picture folders, and the papers that come with a data set. */
export function isLitter(name: string): boolean {
  return name.startsWith('.') || LITTER.has(name.toLowerCase()) || ABOUT.test(name)
}

export function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
