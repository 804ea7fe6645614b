import { access, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ImportError } from './problems.ts'
import { join } from './sources/tree.ts'
import { ZipTree } from './sources/zipTree.ts'

const ARCHIVE = new URL('../../resources/sample/fashion-sample.zip', import.meta.url)
const LICENCE = new URL('../../resources/sample/LICENSE', import.meta.url)

/**
 * Unpacks the bundled sample (6,000 images of Fashion-MNIST in ten class folders, with their licence) into
 * `directory`, which is made where it does not exist. Returns the number of images.
 * Throws `ImportError` where the directory holds anything already.
 */
export async function writeSample(directory: string): Promise<number> {
  await mkdir(directory, { recursive: true })
  if ((await readdir(directory)).length > 0) {
    throw new ImportError('output', `${directory} is not empty.`, 'Name a new folder for the sample.')
  }
  const archive = await ZipTree.open(fileURLToPath(ARCHIVE))
  try {
    await copyFile(LICENCE, path.join(directory, 'LICENSE.txt'))
    return await unpack(archive, '', directory)
  } finally {
    await archive.close()
  }
}

/**
 * Unpacks the sample to `directory` unless it lies there: under another name first, so that it is there in
 * full or not at all.
 */
export async function ensureSample(directory: string): Promise<void> {
  const there = await access(directory).then(
    () => true,
    () => false,
  )
  if (there) return
  const begun = `${directory}.part`
  await rm(begun, { recursive: true, force: true })
  await writeSample(begun)
  await rename(begun, directory)
}

async function unpack(archive: ZipTree, folder: string, directory: string): Promise<number> {
  let images = 0
  for (const { name, kind } of await archive.list(folder)) {
    const at = join(folder, name)
    if (kind === 'folder') {
      await mkdir(path.join(directory, at))
      images += await unpack(archive, at, directory)
    } else {
      await writeFile(path.join(directory, at), await archive.read(at))
      images += 1
    }
  }
  return images
}
