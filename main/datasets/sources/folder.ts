import { looksLikeImage } from '../pictures/formats.ts'
import { MAXIMUM_DEPTH } from '../limits.ts'
import { toProblem } from '../problems.ts'
import type { SourceKind } from '../importRequest.ts'
import type { Found, ImageSource } from './imageSource.ts'
import type { Branch, Layout } from './layout.ts'
import { join } from './tree.ts'
import type { Tree, TreeEntry } from './tree.ts'

/** Images in folders: a class is the first folder below the root, or below the folder of a split. */
export class FolderSource implements ImageSource {
  readonly kind: SourceKind
  readonly notes: string[]
  #tree: Tree
  #layout: Layout

  constructor(tree: Tree, layout: Layout) {
    this.kind = layout.kind
    this.notes = layout.notes
    this.#tree = tree
    this.#layout = layout
  }

  async *find(): AsyncGenerator<Found> {
    for (const branch of this.#layout.branches) {
      if (this.kind === 'unlabelled') yield* this.#below(branch.folder, null, branch, 1)
      else yield* this.#classes(branch)
    }
  }

  read(path: string, limit?: number): Promise<Buffer> {
    return this.#tree.read(path, limit)
  }

  close(): Promise<void> {
    return this.#tree.close()
  }

  async *#classes(branch: Branch): AsyncGenerator<Found> {
    const entries = await this.#tree.list(branch.folder)
    for (const entry of entries) {
      const path = join(branch.folder, entry.name)
      if (entry.kind === 'folder') yield* this.#below(path, entry.name.normalize('NFC'), branch, 1)
      else if (entry.kind === 'file' && branch.split === null && looksLikeImage(entry.name))
        yield besideClasses(path)
      else yield found(path, entry, null, branch)
    }
  }

  async *#below(
    folder: string,
    className: string | null,
    branch: Branch,
    depth: number,
  ): AsyncGenerator<Found> {
    const entries = await this.#listed(folder)
    if (!Array.isArray(entries)) return yield entries
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.kind !== 'folder') yield found(path, entry, className, branch)
      else if (depth >= MAXIMUM_DEPTH) yield tooDeep(path)
      else yield* this.#below(path, className, branch, depth + 1)
    }
  }

  async #listed(folder: string): Promise<TreeEntry[] | Found> {
    try {
      return await this.#tree.list(folder)
    } catch (error) {
      return { problem: toProblem(folder, error) }
    }
  }
}

function found(path: string, entry: TreeEntry, className: string | null, branch: Branch): Found {
  if (entry.kind === 'problem') return { problem: entry.problem }
  if (!looksLikeImage(entry.name)) return { other: path }
  return { image: { path, className, split: branch.split } }
}

function besideClasses(path: string): Found {
  const message = 'It lies beside the class folders, so it has no class. Move it into one of them.'
  return { problem: { path, code: 'no-class', message } }
}

function tooDeep(path: string): Found {
  const message = `It lies more than ${MAXIMUM_DEPTH} folders deep and was not looked into.`
  return { problem: { path, code: 'unreadable', message } }
}
