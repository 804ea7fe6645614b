/*
 * Makes fashion-sample.zip, the bundled sample: 600 images of each of Fashion-MNIST's ten classes.
 *
 *   node resources/sample/make.ts [FOLDER WITH THE FOUR FILES train-images-idx3-ubyte(.gz) ...]
 *
 * Debian's package dataset-fashion-mnist puts them where this looks by default. The choice is the first 600 of each
 * class in the order of SHA-256(seed/content hash); a file's name is its number among the 60,000 training and then
 * the 10,000 test images. The same input gives the same archive, byte for byte.
 */
import { hash } from 'node:crypto'
import { createWriteStream, readFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { crc32, deflateSync } from 'node:zlib'
import { ZipFile } from 'yazl'
import { openSource } from '../../main/datasets/sources/openSource.ts'
import type { ImageSource } from '../../main/datasets/sources/imageSource.ts'

const SOURCE = process.argv[2] ?? '/usr/share/datasets/fashion-mnist'
const TARGET = new URL('fashion-sample.zip', import.meta.url)
const PER_CLASS = 600
const SEED = 'lacuna/sample/1'
const SIDE = 28
const CLASSES = [
  'T-shirt',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
]

interface Candidate {
  path: string
  number: number
  key: string
}

async function candidates(source: ImageSource): Promise<Map<string, Candidate[]>> {
  const byClass = new Map<string, Candidate[]>(CLASSES.map((_, label) => [String(label), []]))
  let number = 0
  for await (const found of source.find()) {
    if (!('image' in found)) throw new Error(`Not an image: ${JSON.stringify(found)}`)
    const pixels = await source.read(found.image.path)
    const key = hash('sha256', `${SEED}/${hash('sha256', pixels)}`)
    byClass.get(found.image.className!)!.push({ path: found.image.path, number: number++, key })
  }
  return byClass
}

function chosen(all: Candidate[]): Candidate[] {
  const first = all.toSorted((a, b) => (a.key < b.key ? -1 : 1)).slice(0, PER_CLASS)
  return first.sort((a, b) => a.number - b.number)
}

/** An 8-bit grey PNG without filters: smaller for such little images than what PNG libraries write. */
function png(pixels: Buffer): Buffer {
  const rows = Buffer.alloc(SIDE * (SIDE + 1))
  for (let y = 0; y < SIDE; y += 1) pixels.copy(rows, y * (SIDE + 1) + 1, y * SIDE, (y + 1) * SIDE)
  const head = Buffer.from([0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 0, 0, 0, 0])
  const data = deflateSync(rows, { level: 9, memLevel: 9 })
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

const zip = new ZipFile()
const written = finished(zip.outputStream.pipe(createWriteStream(TARGET)))
const settings = { compress: false, mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 }
const source = await openSource(SOURCE)
const byClass = await candidates(source)
for (const [label, all] of byClass) {
  for (const { path, number } of chosen(all)) {
    const name = `${CLASSES[Number(label)]}/${String(number).padStart(5, '0')}.png`
    zip.addBuffer(png(await source.read(path)), name, settings)
  }
}
zip.addBuffer(readFileSync(new URL('LICENSE', import.meta.url)), 'LICENSE.txt', settings)
zip.end()
await written
await source.close()
