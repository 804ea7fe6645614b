import { stat } from 'node:fs/promises'
import path from 'node:path'
import { ImportError } from '../problems.ts'
import { ArchiveSource } from './archive.ts'
import { CifarSource, isCifarName } from './cifar.ts'
import { CsvSource, isListName } from './csv.ts'
import { DiskTree } from './diskTree.ts'
import { FolderSource } from './folder.ts'
import { IdxSource } from './idx.ts'
import { isIdxName, pairIdxFiles, pairOf } from './idxPairs.ts'
import type { ImageSource } from './imageSource.ts'
import { layoutOf } from './layout.ts'
import { join } from './tree.ts'
import type { Tree } from './tree.ts'
import { ZipTree } from './zipTree.ts'

export interface OpenOptions {
  /** Every image of a folder, without classes. */
  unlabelled?: boolean | undefined
  /** A folder to unpack into; by default one among the system's temporary files. Removed on closing. */
  scratch?: string | undefined
}

const KINDS =
  "Choose a folder of images, a .zip, a .csv, an IDX file, or the folder of CIFAR-10's binary files."

/**
 * Opens whatever holds images: a folder, an archive, a list or a file of records.
 * Throws `ImportError` where it is nothing of the kind.
 */
export async function openSource(source: string, options: OpenOptions = {}): Promise<ImageSource> {
  if (await isFolder(source)) return openTree(new DiskTree(source), '', options)
  const folder = new DiskTree(path.dirname(source))
  const name = path.basename(source)
  if (isIdxName(name)) return openIdxFile(folder, name, options)
  if (isCifarName(name)) return new CifarSource(folder, '', options.scratch)
  if (isListName(name)) return new CsvSource(folder, '', name)
  if (/\.zip$/i.test(name)) return openArchive(source, options)
  throw new ImportError('source', `${source} is neither a folder nor a file that holds many images.`, KINDS)
}

async function isFolder(source: string): Promise<boolean> {
  try {
    return (await stat(source)).isDirectory()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new ImportError(
      'source',
      `There is nothing at ${source}.`,
      'Check the path, or whether the drive is there.',
    )
  }
}

async function openArchive(source: string, options: OpenOptions): Promise<ImageSource> {
  const tree = await ZipTree.open(source)
  return new ArchiveSource(await openTree(tree, await unwrapped(tree), options), path.basename(source))
}

/** Archives often hold one folder that holds everything. */
async function unwrapped(tree: Tree, root = ''): Promise<string> {
  const [only, ...more] = await tree.list(root)
  if (!only || more.length > 0 || only.kind !== 'folder') return root
  const inside = await tree.list(join(root, only.name))
  const isWrapper = inside.some(({ kind, name }) => kind === 'folder' || holdsRecords(name))
  return isWrapper ? unwrapped(tree, join(root, only.name)) : root
}

function holdsRecords(name: string): boolean {
  return isIdxName(name) || isCifarName(name) || isListName(name)
}

/** The source that a tree of files amounts to. */
async function openTree(tree: Tree, root: string, options: OpenOptions): Promise<ImageSource> {
  const entries = await tree.list(root)
  const files = entries.filter((entry) => entry.kind === 'file').map((entry) => entry.name)
  const pairs = pairIdxFiles(files.map((name) => join(root, name)))
  if (pairs.length > 0) return new IdxSource(tree, pairs, options.scratch)
  if (files.some(isCifarName)) return new CifarSource(tree, root, options.scratch)
  if (options.unlabelled) return new FolderSource(tree, unlabelled(root))
  const folders = entries.filter((entry) => entry.kind === 'folder').length
  return (await listIn(tree, root, files, folders)) ?? new FolderSource(tree, await layoutOf(tree, root))
}

/** One list of labelled images, with the images beside it or in one folder: the list says what is what. */
async function listIn(
  tree: Tree,
  root: string,
  files: string[],
  folders: number,
): Promise<CsvSource | undefined> {
  const lists = files.filter(isListName)
  if (lists.length !== 1 || folders > 1) return undefined
  const source = new CsvSource(tree, root, lists[0])
  return (await source.isLabelledList()) ? source : undefined
}

function unlabelled(root: string) {
  return { kind: 'unlabelled' as const, branches: [{ folder: root, split: null }], notes: [] }
}

async function openIdxFile(tree: Tree, name: string, { scratch }: OpenOptions): Promise<ImageSource> {
  const names = (await tree.list('')).filter((entry) => entry.kind === 'file').map((entry) => entry.name)
  const pair = pairOf(name, pairIdxFiles(names))
  if (pair) return new IdxSource(tree, [pair], scratch)
  throw new ImportError(
    'idx',
    `No file of images belongs to ${name}.`,
    'Put the two files of a pair side by side.',
  )
}
