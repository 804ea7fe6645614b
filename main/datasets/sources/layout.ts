import type { Split } from '../importRequest.ts'
import { looksLikeImage } from '../pictures/formats.ts'
import { MAXIMUM_DEPTH } from '../limits.ts'
import { toProblem } from '../problems.ts'
import { join } from './tree.ts'
import type { Tree, TreeEntry } from './tree.ts'

/**
 * One branch of a source: a folder whose subfolders are classes, all of one split where the source gives one.
 */
export interface Branch {
  folder: string
  split: Split | null
}

export interface Layout {
  kind: 'folder' | 'split-folders' | 'mvtec' | 'unlabelled'
  branches: Branch[]
  notes: string[]
}

const SPLITS: Record<string, Split> = {
  train: 'train',
  training: 'train',
  val: 'validation',
  valid: 'validation',
  validation: 'validation',
  dev: 'validation',
  test: 'test',
  testing: 'test',
}

/** The split that a folder's name or a list's cell means, if any. */
export function splitNamed(name: string): Split | undefined {
  return SPLITS[name.trim().toLowerCase()]
}

/** How a folder is meant: classes, splits above classes, MVTec's arrangement, or just images. */
export async function layoutOf(tree: Tree, root = ''): Promise<Layout> {
  const entries = await tree.list(root)
  const folders = entries.filter((entry) => entry.kind === 'folder').map((entry) => entry.name)
  const branches = folders.flatMap((name) => branchNamed(root, name))
  // A single "train" among other folders is a class: there are data sets of vehicles.
  if (branches.length >= 2 || (folders.length === 1 && branches[0]?.split === 'train')) {
    return splitLayout(tree, root, branches, folders)
  }
  if (folders.length === 1 && (await isSplitTree(tree, join(root, folders[0])))) {
    return layoutOf(tree, join(root, folders[0]))
  }
  const images = entries.some((entry) => entry.kind === 'file' && looksLikeImage(entry.name))
  const classes = await someHoldImages(
    tree,
    folders.map((name) => join(root, name)),
  )
  const kind = images && !classes ? 'unlabelled' : 'folder'
  return { kind, branches: [{ folder: root, split: null }], notes: [] }
}

function branchNamed(root: string, name: string): Branch[] {
  const split = splitNamed(name)
  return split ? [{ folder: join(root, name), split }] : []
}

async function isSplitTree(tree: Tree, folder: string): Promise<boolean> {
  const names = (await listedIfAllowed(tree, folder))
    .filter((entry) => entry.kind === 'folder')
    .map((entry) => entry.name)
  const splits = names.flatMap((name) => splitNamed(name) ?? [])
  return splits.includes('train') && splits.length >= 2
}

async function splitLayout(tree: Tree, root: string, branches: Branch[], folders: string[]): Promise<Layout> {
  const isMvtec = await onlyGoodIsTrained(tree, branches)
  const beside = folders.filter((name) => !splitNamed(name) && !(isMvtec && name === 'ground_truth'))
  const notes: string[] = []
  for (const name of beside) if (await holdsImage(tree, join(root, name))) notes.push(leftAlone(name))
  return { kind: isMvtec ? 'mvtec' : 'split-folders', branches: inOrderOfUse(branches), notes }
}

function leftAlone(name: string): string {
  return `The folder "${name}" beside the folders of the splits was left alone.`
}

function inOrderOfUse(branches: Branch[]): Branch[] {
  const order = ['train', 'validation', 'test']
  return branches.toSorted((a, b) => order.indexOf(a.split!) - order.indexOf(b.split!))
}

/** MVTec AD: train/good alone, the defects only under test/. */
async function onlyGoodIsTrained(tree: Tree, branches: Branch[]): Promise<boolean> {
  const classes = async (split: Split) => {
    const branch = branches.find((candidate) => candidate.split === split)
    const entries = branch ? await listedIfAllowed(tree, branch.folder) : []
    return entries.filter((entry) => entry.kind === 'folder').map((entry) => entry.name)
  }
  const trained = await classes('train')
  return trained.length === 1 && trained[0] === 'good' && (await classes('test')).length > 0
}

async function someHoldImages(tree: Tree, folders: string[]): Promise<boolean> {
  for (const folder of folders) if (await holdsImage(tree, folder)) return true
  return false
}

/** A folder that may not be read counts as empty here; the search for images names it as a problem. */
async function listedIfAllowed(tree: Tree, folder: string): Promise<TreeEntry[]> {
  try {
    return await tree.list(folder)
  } catch (error) {
    toProblem(folder, error)
    return []
  }
}

async function holdsImage(tree: Tree, folder: string, depth = 1): Promise<boolean> {
  if (depth > MAXIMUM_DEPTH) return false
  const entries = await listedIfAllowed(tree, folder)
  if (entries.some((entry) => entry.kind === 'file' && looksLikeImage(entry.name))) return true
  for (const entry of entries) {
    if (entry.kind === 'folder' && (await holdsImage(tree, join(folder, entry.name), depth + 1))) return true
  }
  return false
}
