import { Entry } from 'yauzl'
import type { ZipFile } from 'yauzl'
import { eachEntry } from '../../archive/zipFile.ts'
import { MAXIMUM_ZIP_RATIO, MINIMUM_ZIP_ALLOWANCE } from '../limits.ts'
import { plainOrder } from '../naturalOrder.ts'
import { ImportError } from '../problems.ts'
import { isLitter } from './tree.ts'
import type { TreeEntry } from './tree.ts'

const LINK = 0o120000
const KIND = 0o170000

/** The folders and files of an archive by name; of each file only what reading it takes. */
export class ZipIndex {
  #folders = new Map<string, Map<string, Entry | null>>([['', new Map()]])

  /** Reads an archive's directory. Throws `ImportError` for one that unpacks to far too much. */
  static async read(zip: ZipFile, name: string): Promise<ZipIndex> {
    const index = new ZipIndex()
    const allowed = Math.max(MINIMUM_ZIP_ALLOWANCE, zip.fileSize * MAXIMUM_ZIP_RATIO)
    let bytes = 0
    await eachEntry(zip, (entry) => {
      bytes += entry.uncompressedSize
      if (bytes > allowed) throw bomb(name, zip.fileSize)
      if (!isLink(entry)) index.#add(entry)
    })
    return index
  }

  list(folder: string): TreeEntry[] {
    const entries = [...(this.#folders.get(folder) ?? [])]
    const listed = entries.map(([name, entry]) => ({
      name,
      kind: entry ? ('file' as const) : ('folder' as const),
    }))
    return listed.sort((a, b) => plainOrder(a.name, b.name))
  }

  find(path: string): Entry | null | undefined {
    const cut = path.lastIndexOf('/')
    return this.#folders.get(path.slice(0, Math.max(0, cut)))?.get(path.slice(cut + 1))
  }

  #add(entry: Entry): void {
    const steps = entry.fileName.split('/').filter((step) => step !== '' && step !== '.')
    if (steps.length === 0 || steps.some(isLitter)) return
    const isFolder = entry.fileName.endsWith('/')
    const name = isFolder ? undefined : steps.pop()
    const folder = this.#folder(steps)
    if (name !== undefined) folder.set(name, slim(entry))
  }

  #folder(steps: string[]): Map<string, Entry | null> {
    const path = steps.join('/')
    const known = this.#folders.get(path)
    if (known) return known
    const folder = new Map<string, Entry | null>()
    this.#folders.set(path, folder)
    this.#folder(steps.slice(0, -1)).set(steps[steps.length - 1], null)
    return folder
  }
}

/** An archive can hold 100,000 entries: without names, comments and extra fields they fit into memory. */
function slim(entry: Entry): Entry {
  const { relativeOffsetOfLocalHeader, compressedSize, uncompressedSize } = entry
  const { compressionMethod, generalPurposeBitFlag, crc32 } = entry
  const kept = { relativeOffsetOfLocalHeader, compressedSize, uncompressedSize, compressionMethod }
  return Object.assign(new Entry(), { ...kept, generalPurposeBitFlag, crc32 })
}

function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & KIND) === LINK
}

function bomb(name: string, bytes: number): ImportError {
  const size = Math.ceil(bytes / 1024).toLocaleString('en')
  const what = `${name} has ${size} kB and unpacks to more than images can.`
  return new ImportError('too-large', what, 'Unpack it yourself, if you trust it, and choose the folder.')
}
