import { encode } from 'bmp-ts'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { decode } from '../../../main/datasets/pictures/decode.ts'
import type { Target } from '../../../main/datasets/pictures/decode.ts'
import { readHeader } from '../../../main/datasets/pictures/header.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { imported } from '../imported.ts'
import { writeFiles } from '../madeImages.ts'

const TARGET: Target = { height: 16, width: 16, fit: 'fit', range: [0, 255] }
const RED = [220, 30, 40]
const BLUE = [20, 60, 200]

/** Left half red, right half blue, top row of eight pixels white. */
function flag(width = 48, height = 48): Sharp {
  const pixels = Buffer.alloc(width * height * 3)
  for (let i = 0; i < width * height; i += 1) {
    const colour = i < 8 * width ? [255, 255, 255] : i % width < width / 2 ? RED : BLUE
    pixels.set(colour, i * 3)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

async function decoded(bytes: Buffer, target: Partial<Target> = {}) {
  const header = await readHeader(bytes, async () => bytes)
  const { pixels, channels } = await decode(bytes, header, { ...TARGET, ...target })
  const width = target.width ?? TARGET.width
  return {
    header,
    channels,
    at: (x: number, y: number) => [...pixels.subarray((y * width + x) * channels).subarray(0, channels)],
  }
}

function expectNear(actual: number[], wanted: number[], tolerance: number): void {
  wanted.forEach((value, i) => expect(Math.abs(actual[i] - value)).toBeLessThanOrEqual(tolerance))
}

test.each([
  ['jpeg', () => flag().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(), 12],
  [
    'progressive jpeg',
    () => flag().jpeg({ quality: 95, progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
    12,
  ],
  ['png', () => flag().png().toBuffer(), 4],
  ['interlaced png', () => flag().png({ progressive: true }).toBuffer(), 4],
  ['palette png', () => flag().png({ palette: true, colours: 4 }).toBuffer(), 4],
  ['webp', () => flag().webp({ quality: 95 }).toBuffer(), 16],
  ['lossless webp', () => flag().webp({ lossless: true }).toBuffer(), 4],
  ['tiff', () => flag().tiff({ compression: 'lzw' }).toBuffer(), 4],
  ['gif', () => flag().gif().toBuffer(), 6],
  ['avif', () => flag().avif({ quality: 90 }).toBuffer(), 16],
  ['bmp', () => bmp(24), 4],
  ['bmp with a fourth channel of zeros', () => bmp(32), 4],
])('%s is read in its colours', async (_, make, tolerance) => {
  const { at, channels } = await decoded(await make())
  expect(channels).toBe(3)
  expectNear(at(2, 12), RED, tolerance)
  expectNear(at(13, 12), BLUE, tolerance)
  expectNear(at(8, 0), [255, 255, 255], tolerance)
})

async function bmp(bits: 24 | 32): Promise<Buffer> {
  const { data } = await flag().ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const abgr = Buffer.alloc(data.length)
  for (let i = 0; i < data.length; i += 4) abgr.set([0, data[i + 2], data[i + 1], data[i]], i)
  return encode({ data: abgr, width: 48, height: 48, bitPP: bits } as Parameters<typeof encode>[0]).data
}

test('CMYK becomes RGB', async () => {
  const { at, channels, header } = await decoded(
    await flag().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(),
  )
  expect([channels, header.channels, header.grey]).toEqual([3, 4, false])
  expect(at(2, 12)[0]).toBeGreaterThan(150)
  expect(at(13, 12)[2]).toBeGreaterThan(110)
})

test('what EXIF says is upright comes out upright, with the sides of the upright picture', async () => {
  const turned = await flag(48, 32).jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer()
  const { at, header } = await decoded(turned, { height: 24, width: 16 })
  expect([header.width, header.height]).toEqual([32, 48])
  expectNear(at(2, 2), RED, 25)
  expectNear(at(2, 21), BLUE, 25)
  expectNear(at(15, 12), [255, 255, 255], 40)
})

test('what is transparent is laid on white', async () => {
  const halfClear = Buffer.alloc(32 * 32 * 4)
  for (let i = 0; i < 32 * 32; i += 1) halfClear.set([200, 0, 0, i % 32 < 16 ? 255 : 0], i * 4)
  const { at } = await decoded(
    await sharp(halfClear, { raw: { width: 32, height: 32, channels: 4 } })
      .png()
      .toBuffer(),
  )
  expectNear(at(2, 8), [200, 0, 0], 1)
  expectNear(at(13, 8), [255, 255, 255], 1)
})

test('grey with transparency stays grey', async () => {
  const pixels = Buffer.from(Array.from({ length: 32 * 32 }, () => [80, 255]).flat())
  const bytes = await sharp(pixels, { raw: { width: 32, height: 32, channels: 2 } })
    .toColourspace('b-w')
    .png()
    .toBuffer()
  const { channels, at } = await decoded(bytes)
  expect([channels, at(8, 8)]).toEqual([1, [80]])
})

test('of a moving picture the first frame is taken', async () => {
  const frames = Buffer.concat([Buffer.alloc(32 * 32 * 3, 10), Buffer.alloc(32 * 32 * 3, 240)])
  const gif = await sharp(frames, { raw: { width: 32, height: 64, channels: 3, pageHeight: 32 } })
    .gif()
    .toBuffer()
  const { at, header } = await decoded(gif)
  expect(header.height).toBe(32)
  expectNear(at(8, 8), [10, 10, 10], 2)
})

test.each(['png', 'tiff'] as const)(
  '12 bits in a 16-bit %s span black to white by the range that is found',
  async (format) => {
    const files = Object.fromEntries(
      await Promise.all(
        [100, 2000, 4000].map(async (top, i) => {
          const ramp = Uint16Array.from({ length: 32 * 32 }, (_, p) => Math.round(((p % 32) / 31) * top) + 10)
          const image = sharp(ramp, { raw: { width: 32, height: 32, channels: 1 } }).toColourspace('grey16')
          return [
            `a/${i}.${format}`,
            await image.toFormat(format, format === 'tiff' ? { compression: 'lzw' } : {}).toBuffer(),
          ]
        }),
      ),
    )
    const { result, pixels, rows } = await imported(await writeFiles(temporaryFolder(), files))
    expect(result.snapshot).toMatchObject({ range: [10, 4010], channels: 1, height: 32 })
    expect(rows[0]).toMatchObject({ bits: 16, channels: 1 })
    expect([Math.max(...pixels(0)), Math.max(...pixels(1)), Math.max(...pixels(2))]).toEqual([6, 128, 255])
    expect(Math.min(...pixels(2))).toBe(0)
  },
)

test('a range that is asked for clips what lies outside', async () => {
  const ramp = Uint16Array.from({ length: 32 * 32 }, (_, p) => (p % 32) * 100)
  const bytes = await sharp(ramp, { raw: { width: 32, height: 32, channels: 1 } })
    .toColourspace('grey16')
    .png()
    .toBuffer()
  const { pixels } = await imported(await writeFiles(temporaryFolder(), { 'a/1.png': bytes }), {
    range: [1000, 2000],
  })
  expect(
    [...pixels(0).subarray(0, 32)]
      .map((value, i) => [i, value])
      .filter(([i]) => [5, 10, 15, 20, 25].includes(i)),
  ).toEqual([
    [5, 0],
    [10, 0],
    [15, 128],
    [20, 255],
    [25, 255],
  ])
})

test('16-bit colour keeps its colours', async () => {
  const pixels = Uint16Array.from({ length: 32 * 32 * 3 }, (_, i) => [60_000, 30_000, 0][i % 3])
  const bytes = await sharp(pixels, { raw: { width: 32, height: 32, channels: 3 } })
    .toColourspace('rgb16')
    .png()
    .toBuffer()
  const { at, header } = await decoded(bytes, { range: [0, 65_535] })
  expect([header.bits, header.wide]).toEqual([16, true])
  expectNear(at(8, 8), [233, 117, 0], 1)
})

test.each(['fit', 'stretch', 'crop'] as const)(
  'with %s a wide picture keeps its sides apart in a square frame',
  async (fit) => {
    const wide = await sharp(
      await flag(96, 48).extract({ left: 0, top: 8, width: 96, height: 40 }).png().toBuffer(),
    )
      .png()
      .toBuffer()
    const { at } = await decoded(wide, { fit })
    expectNear(at(1, 8), RED, 12)
    expectNear(at(14, 8), BLUE, 12)
  },
)

test('the margin of a fitted picture takes the median of its border', async () => {
  const white = Buffer.alloc(96 * 32, 250).fill(20, 96 * 14, 96 * 18)
  const { at } = await decoded(
    await sharp(white, { raw: { width: 96, height: 32, channels: 1 } })
      .toColourspace('b-w')
      .png()
      .toBuffer(),
  )
  expectNear(at(8, 0), [250], 1)
  expectNear(at(8, 15), [250], 1)
  expect(at(8, 7)[0]).toBeLessThan(200)
})

test('colour is asked for, or follows from the pixels: JPEGs without colour are grey', async () => {
  const grey = (value: number) =>
    sharp(Buffer.alloc(32 * 32 * 3, value), { raw: { width: 32, height: 32, channels: 3 } })
      .jpeg()
      .toBuffer()
  const greys = await writeFiles(temporaryFolder(), { 'a/1.jpg': grey(40), 'a/2.jpg': grey(200) })
  const found = await imported(greys)
  expect(found.result.snapshot).toMatchObject({ colour: 'grey', channels: 1 })
  expect([...found.pixels(1).subarray(0, 2)]).toEqual([200, 200])
  const asked = await imported(greys, { colour: 'rgb' })
  expect(asked.result.snapshot).toMatchObject({ colour: 'rgb', channels: 3 })
  const coloured = await writeFiles(greys, { 'a/3.png': flag().png().toBuffer() })
  expect((await imported(coloured)).result.snapshot.colour).toBe('rgb')
  const reduced = await imported(coloured, { colour: 'grey' })
  expect(reduced.result.snapshot).toMatchObject({ colour: 'grey', channels: 1 })
})
