import { encode } from 'bmp-ts'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { decode } from '../../../main/datasets/pictures/decode.ts'
import { readHeader } from '../../../main/datasets/pictures/header.ts'
import { PictureProblem } from '../../../main/datasets/problems.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { imported } from '../imported.ts'
import { classFiles, picture, png, writeFiles } from '../madeImages.ts'

async function problemOf(bytes: Buffer): Promise<PictureProblem | undefined> {
  try {
    const header = await readHeader(bytes.subarray(0, 65_536), async () => bytes)
    await decode(bytes, header, { height: 32, width: 32, fit: 'fit', range: [0, 255] })
    return undefined
  } catch (error) {
    if (error instanceof PictureProblem) return error
    throw error
  }
}

function bmp(): Buffer {
  return encode({ data: Buffer.alloc(60 * 40 * 4, 99), width: 60, height: 40, bitPP: 24 } as Parameters<
    typeof encode
  >[0]).data
}

const made: Record<string, () => Promise<Buffer>> = {
  'small png': () => png(1, 32, 32),
  'large png': () => picture(1, 400, 300).png().toBuffer(),
  'interlaced png': () => picture(1, 100, 80).png({ progressive: true }).toBuffer(),
  jpeg: () => picture(1, 400, 300).jpeg().toBuffer(),
  'progressive jpeg': () => picture(1, 400, 300).jpeg({ progressive: true }).toBuffer(),
  webp: () => picture(1, 400, 300).webp().toBuffer(),
  tiff: () => picture(1, 400, 300).tiff({ compression: 'lzw' }).toBuffer(),
  gif: () => picture(1, 200, 150).gif().toBuffer(),
  avif: () => picture(1, 200, 150).avif().toBuffer(),
  bmp: async () => bmp(),
}

test.each(Object.keys(made))(
  'a %s that ends at a third, at four fifths or 20 bytes early is cut off',
  async (kind) => {
    const whole = await made[kind]()
    expect(await problemOf(whole)).toBeUndefined()
    for (const length of [whole.length / 3, whole.length * 0.8, whole.length - 20]) {
      const problem = await problemOf(whole.subarray(0, Math.floor(length)))
      expect(problem?.code).toMatch(kind === 'tiff' ? /cut-off|damaged/ : /cut-off/)
    }
  },
)

test('every problem is a plain sentence of ours, not the library’s', async () => {
  const whole = await made['large png']()
  const broken = Buffer.from(whole).fill(0x5a, 9000, 9200)
  const found = [
    broken,
    whole.subarray(0, 500),
    Buffer.alloc(0),
    Buffer.from('hello'),
    Buffer.from('?'),
    await made.gif(),
  ].map(problemOf)
  expect((await Promise.all(found)).map((problem) => problem && [problem.code, problem.message])).toEqual([
    ['damaged', 'The file is damaged: its content cannot be decoded.'],
    ['cut-off', 'The file is cut off: its end is missing.'],
    ['empty', 'The file is empty.'],
    ['not-an-image', 'It is not an image, whatever its name says: it contains text.'],
    ['not-an-image', 'It is not an image, whatever its name says: it contains text.'],
    undefined,
  ])
})

test('a header of 60,000 x 60,000 pixels is refused before anything is decoded', async () => {
  const head = Buffer.from(await png(1))
  head.writeUInt32BE(60_000, 16)
  head.writeUInt32BE(60_000, 20)
  expect(await problemOf(head)).toMatchObject({
    code: 'too-large',
    message: 'It has 60,000 x 60,000 pixels; the limit is 100 million.',
  })
  const wide = bmp()
  wide.writeInt32LE(60_000, 18)
  wide.writeInt32LE(60_000, 22)
  expect((await problemOf(wide))?.code).toBe('too-large')
})

test('a small PNG whose data unpack to far more than its pixels is refused, not unpacked', async () => {
  const whole = await png(1)
  const bomb = deflateSync(Buffer.alloc(50_000_000))
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('IDAT'), bomb, Buffer.alloc(4)])
  chunk.writeUInt32BE(bomb.length)
  const before = process.memoryUsage.rss()
  expect((await problemOf(Buffer.concat([whole.subarray(0, 33), chunk, whole.subarray(-12)])))?.code).toBe(
    'damaged',
  )
  expect(process.memoryUsage.rss() - before).toBeLessThan(40e6)
})

test.each([
  [
    'SVG',
    Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  ],
  ['HEIC', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(12)])],
  ['JPEG XL', Buffer.from([0xff, 0x0a, 0, 0, 0, 0])],
])('%s under any name is named and not read', async (kind, bytes) => {
  expect(await problemOf(bytes)).toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining(kind),
  })
})

test('sharp itself is barred from SVG', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  await expect(sharp(svg).png().toBuffer()).rejects.toThrow()
})

/** A TIFF of 16 x 16 32-bit floating point values: header, one directory of ten entries, the values. */
function floatTiff(): Buffer {
  const entries = [
    [256, 16],
    [257, 16],
    [258, 32],
    [259, 1],
    [262, 1],
    [273, 134],
    [277, 1],
    [278, 16],
    [279, 1024],
    [339, 3],
  ]
  const head = Buffer.alloc(134)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(entries.length, 8)
  entries.forEach(([tag, value], i) => {
    head.writeUInt16LE(tag, 10 + 12 * i)
    head.writeUInt16LE(4, 12 + 12 * i)
    head.writeUInt32LE(1, 14 + 12 * i)
    head.writeUInt32LE(value, 18 + 12 * i)
  })
  return Buffer.concat([head, Buffer.alloc(1024)])
}

test('floating point pixels are named and not read', async () => {
  expect((await sharp(floatTiff()).metadata()).depth).toBe('float')
  expect(await problemOf(floatTiff())).toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining('16 bit'),
  })
})

test('the import goes on past every kind of trouble and lists each with its reason', async () => {
  const source = await writeFiles(temporaryFolder(), {
    ...classFiles({ cat: 3, dog: 3 }),
    'cat/empty.png': Buffer.alloc(0),
    'cat/text.jpg': 'not an image',
    'dog/half.jpg': (await made.jpeg()).subarray(0, 900),
    'dog/page.png': '<svg/>',
    'dog/right.jpg': png(99),
  })
  const { result, problems, rows } = await imported(source)
  expect(rows.map((row) => row.position)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(rows[6]).toMatchObject({ path: 'dog/right.jpg', format: 'png' })
  expect(problems.map(({ path, code }) => [path, code]).sort()).toEqual([
    ['cat/empty.png', 'empty'],
    ['cat/text.jpg', 'not-an-image'],
    ['dog/half.jpg', 'cut-off'],
    ['dog/page.png', 'unsupported'],
  ])
  expect(result.counts.problems).toBe(4)
  expect(result.warnings).toContain(
    '4 files could not be used and were left out; each is listed with its reason.',
  )
})

test('a picture of one colour is an image like any other', async () => {
  const flat = await sharp(Buffer.alloc(32 * 32, 77), { raw: { width: 32, height: 32, channels: 1 } })
    .png()
    .toBuffer()
  expect(await problemOf(flat)).toBeUndefined()
})
