import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { Sharp } from 'sharp'

/** Numbers from 0 to 255 that depend on the seed only (xorshift32: for pictures, not for statistics). */
export function noise(seed: number, length: number): Uint8Array {
  let state = Math.imul(seed + 1, 2_654_435_761) | 1
  return Uint8Array.from({ length }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 255
  })
}

/** A picture of soft blobs, another one for each seed; unlike noise it survives scaling and JPEG. */
export function blobs(seed: number, width: number, height: number, channels: 1 | 3): Buffer {
  const pixels = new Float64Array(width * height * channels)
  const values = noise(seed, 12 * (3 + channels)).map(Number)
  for (let blob = 0; blob < 12; blob += 1) {
    const [x, y, size, ...colour] = values.slice(blob * (3 + channels), (blob + 1) * (3 + channels))
    const radius = 0.06 + size / 1200
    for (let i = 0; i < width * height; i += 1) {
      const dx = (i % width) / width - x / 255
      const dy = Math.floor(i / width) / height - y / 255
      const weight = Math.exp(-(dx * dx + dy * dy) / (2 * radius * radius))
      for (let c = 0; c < channels; c += 1) pixels[i * channels + c] += weight * (colour[c] - 100)
    }
  }
  return Buffer.from(Uint8ClampedArray.from(pixels, (value) => 110 + value))
}

export function picture(seed: number, width = 32, height = 32, channels: 1 | 3 = 3): Sharp {
  return sharp(blobs(seed, width, height, channels), { raw: { width, height, channels } })
}

/** A PNG as small data sets have it. */
export function png(seed: number, width = 32, height = 32, channels: 1 | 3 = 1): Promise<Buffer> {
  const image = picture(seed, width, height, channels)
  return (channels === 1 ? image.toColourspace('b-w') : image).png().toBuffer()
}

/** Files by their path below a folder. */
export async function writeFiles(
  folder: string,
  files: Record<string, Buffer | string | Promise<Buffer>>,
): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), await content)
  }
  return folder
}

/** `count` different PNGs for each class, from `seed` on. */
export function classFiles(counts: Record<string, number>, seed = 0): Record<string, Promise<Buffer>> {
  const files: Record<string, Promise<Buffer>> = {}
  for (const [name, count] of Object.entries(counts)) {
    for (let i = 0; i < count; i += 1) files[`${name}/${i}.png`] = png((seed += 1))
  }
  return files
}
