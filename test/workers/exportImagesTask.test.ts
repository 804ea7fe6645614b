import { mkdirSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { runExportImages } from '../../main/workers/exportImagesTask.ts'
import type { ExportImagesJob } from '../../main/workers/messages.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'
import { listening } from './tinySet.ts'

/** A folder with images of two classes that have the same names, and the job that takes all of them. */
function parts(changes: Partial<ExportImagesJob> = {}): { job: ExportImagesJob; source: string; directory: string } {
  const folder = temporaryFolder()
  const [source, directory, rows] = ['parts', 'chosen', 'images.ndjson'].map((name) => path.join(folder, name))
  const all = ['bolt/1.png', 'bolt/2.png', 'nut/1.png']
  for (const one of all) {
    mkdirSync(path.dirname(path.join(source, one)), { recursive: true })
    writeFileSync(path.join(source, one), `bytes of ${one}`)
  }
  writeFileSync(rows, all.map((one, position) => `${JSON.stringify({ position, path: one, width: 2, height: 1 })}\n`).join(''))
  const images = all.map((one, position) => ({ position, folder: path.dirname(one) }))
  const job: ExportImagesJob = {
    kind: 'exportImages', directory, source, sourceKind: 'folder', rows, images, as: 'copies', scratch: path.join(folder, 'scratch'), ...changes,
  }
  return { job, source, directory }
}

const tree = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.png')).sort()

test('images are copied into the folder of their class, byte by byte, and the originals stay', async () => {
  const { job, source, directory } = parts()
  expect(await runExportImages(job, listening())).toEqual({ written: 3, failed: [], failures: 0 })
  expect(tree(directory)).toEqual(['bolt/1.png', 'bolt/2.png', 'nut/1.png'])
  expect(readFileSync(path.join(directory, 'nut/1.png'), 'utf8')).toBe('bytes of nut/1.png')
  expect(tree(source)).toEqual(['bolt/1.png', 'bolt/2.png', 'nut/1.png'])
})

test('links lead to the originals', async () => {
  const { job, source, directory } = parts({ as: 'links' })
  await runExportImages(job, listening())
  expect(readlinkSync(path.join(directory, 'bolt/2.png'))).toBe(path.join(source, 'bolt/2.png'))
})

test('nothing is written over: in one folder the second of a name has its position before it', async () => {
  const { job, directory } = parts()
  const flat = { ...job, images: job.images.map(({ position }) => ({ position, folder: '' })) }
  await runExportImages(flat, listening())
  expect(tree(directory)).toEqual(['1.png', '2-1.png', '2.png'])
  await runExportImages({ ...flat, images: flat.images.slice(1, 2) }, listening())
  expect(tree(directory)).toEqual(['1-2.png', '1.png', '2-1.png', '2.png'])
})

test('a class whose name would lead out of the folder is a folder within it', async () => {
  const { job, directory } = parts()
  await runExportImages({ ...job, images: [{ position: 0, folder: '../../etc' }, { position: 1, folder: '..' }] }, listening())
  expect(tree(directory)).toEqual(['.._.._etc/1.png', '_/2.png'])
})

test('an original that is gone is named, and the others are written', async () => {
  const { job } = parts()
  const rows = readFileSync(job.rows, 'utf8').replace('bolt/2.png', 'bolt/gone.png')
  writeFileSync(job.rows, rows)
  expect(await runExportImages(job, listening())).toEqual({
    written: 2, failures: 1, failed: [{ path: 'bolt/gone.png', message: expect.any(String) }],
  })
})

test('a record of a file of records becomes a PNG, and cannot be linked to', async () => {
  const folder = temporaryFolder()
  const pixels = Buffer.from([0, 128, 255, 7])
  const head = (magic: number, ...sides: number[]) => {
    const bytes = Buffer.alloc(4 + 4 * sides.length)
    ;[magic, ...sides].forEach((value, i) => bytes.writeUInt32BE(value, 4 * i))
    return bytes
  }
  const source = path.join(folder, 'idx')
  mkdirSync(source)
  writeFileSync(path.join(source, 'train-images-idx3-ubyte'), Buffer.concat([head(2051, 1, 2, 2), pixels]))
  writeFileSync(path.join(source, 'train-labels-idx1-ubyte'), Buffer.concat([head(2049, 1), Buffer.from([3])]))
  const { job } = parts({ source, sourceKind: 'idx' })
  writeFileSync(job.rows, `${JSON.stringify({ position: 0, path: 'train-images-idx3-ubyte#0', width: 2, height: 2 })}\n`)
  const one = { ...job, images: [{ position: 0, folder: '3' }] }
  expect(await runExportImages(one, listening())).toMatchObject({ written: 1, failures: 0 })
  const file = path.join(job.directory, '3', 'train-images-idx3-ubyte-0.png')
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height, ...data.subarray(0, 4)]).toEqual([2, 2, 0, 128, 255, 7])
  await expect(runExportImages({ ...one, as: 'links' }, listening())).rejects.toMatchObject({ code: 'NO_LINKS' })
})
