import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024]

/** Apple's names of the sizes of an .icns file, of which some are for screens with twice the points. */
const APPLE = [['ic11', 32], ['ic12', 64], ['ic07', 128], ['ic13', 256], ['ic08', 256], ['ic14', 512], ['ic09', 512], ['ic10', 1024]]

/** Windows shows up to 256. */
const WINDOWS = [16, 32, 48, 64, 128, 256]

/**
 * Draws the application's icon for all systems: `icons/NxN.png`, icon.icns and icon.ico in `folder`.
 * @param svg the file that it is drawn from
 */
export async function drawIcons(svg, folder) {
  const drawn = new Map(await Promise.all(SIZES.map(async (size) => [size, await draw(svg, size)])))
  mkdirSync(path.join(folder, 'icons'), { recursive: true })
  for (const [size, png] of drawn) writeFileSync(path.join(folder, 'icons', `${size}x${size}.png`), png)
  writeFileSync(path.join(folder, 'icon.icns'), icns(APPLE.map(([name, size]) => ({ name, png: drawn.get(size) }))))
  writeFileSync(path.join(folder, 'icon.ico'), ico(WINDOWS.map((size) => ({ size, png: drawn.get(size) }))))
}

/** The drawing is 32 points wide, at 72 to the inch. */
function draw(svg, size) {
  return sharp(svg, { density: (72 * size) / 32 }).resize(size, size).png().toBuffer()
}

/** Each picture after its name and its length with these eight bytes, big endian; the file itself likewise. */
function icns(pictures) {
  return block('icns', Buffer.concat(pictures.map(({ name, png }) => block(name, png))))
}

function block(name, content) {
  const head = Buffer.alloc(8)
  head.write(name, 'ascii')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}

/** A directory of sixteen bytes a picture, and then the pictures, little endian; 256 is written as 0. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let place = head.length
  for (const [i, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * i
    head.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0], entry)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(place, entry + 12)
    place += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}
