import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { decodePlainPng, readPlainPngHeader } from '../../../main/datasets/pictures/plainPng.ts'
import { noise } from '../madeImages.ts'

const OPTIONS = { seed: 20_261_123, numRuns: 60 }

test('small PNGs are read as libvips reads them, whatever the filters', async () => {
  const image = fc.record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    channels: fc.constantFrom(1, 3),
    seed: fc.nat(1e6),
    smooth: fc.boolean(),
    adaptiveFiltering: fc.boolean(),
    compressionLevel: fc.integer({ min: 0, max: 9 }),
  })
  await fc.assert(
    fc.asyncProperty(image, async ({ width, height, channels, seed, smooth, ...options }) => {
      const random = noise(seed, width * height * channels)
      const pixels = smooth ? random.map((value, i) => (i * 3 + (value >> 5)) & 255) : random
      const made = sharp(pixels, { raw: { width, height, channels: channels as 1 | 3 } })
      const bytes = await (channels === 1 ? made.toColourspace('b-w') : made).png(options).toBuffer()
      const header = readPlainPngHeader(bytes)!
      expect(header).toMatchObject({ width, height, channels, bits: 8, grey: channels === 1 })
      expect(Buffer.from(decodePlainPng(bytes, header)).equals(Buffer.from(pixels))).toBe(true)
    }),
    OPTIONS,
  )
})

test('everything out of the ordinary is left to libvips', async () => {
  const base = () => sharp(noise(1, 32 * 32 * 3), { raw: { width: 32, height: 32, channels: 3 } })
  const others = [
    base().png({ palette: true }),
    base().png({ progressive: true }),
    base().ensureAlpha(0.5).png(),
    base().toColourspace('rgb16').png(),
    base().jpeg(),
    base().withIccProfile('p3').png(),
    base().resize(300, 300).png(),
  ]
  for (const other of others) expect(readPlainPngHeader(await other.toBuffer())).toBeUndefined()
})

test('a changed byte in the data is noticed', async () => {
  const bytes = await sharp(noise(1, 900), { raw: { width: 30, height: 30, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer()
  const header = readPlainPngHeader(bytes)!
  const changed = Buffer.from(bytes)
  changed[bytes.indexOf('IDAT') + 40] ^= 1
  expect(() => decodePlainPng(changed, header)).toThrow('The file is damaged')
})
