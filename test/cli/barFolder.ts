import { mkdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

const SIDE = 16
const CLASSES = ['north', 'middle', 'south', 'diagonal']

const lit = (name: string, x: number, y: number): boolean =>
  name === 'diagonal' ? Math.abs(x - y) < 3 : Math.floor((y * 3) / SIDE) === CLASSES.indexOf(name)

/** Class folders of small PNG: bars in three heights, and a diagonal. No two images are alike. */
export async function makeBarFolder(folder: string, perClass: number): Promise<string> {
  for (const [k, name] of CLASSES.entries()) {
    mkdirSync(path.join(folder, name), { recursive: true })
    for (let i = 0; i < perClass; i++) {
      const pixels = Buffer.alloc(SIDE * SIDE)
      for (let p = 0; p < pixels.length; p++) {
        const grain = (((i * 193 + k * 71 + p) * 2_654_435_761) >>> 16) % 120
        pixels[p] = lit(name, p % SIDE, Math.floor(p / SIDE)) ? 255 - grain : grain
      }
      await sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 1 } })
        .png()
        .toFile(path.join(folder, name, `${i}.png`))
    }
  }
  return folder
}
