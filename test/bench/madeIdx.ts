import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const [side, classes] = [28, 10]

/**
 * A folder as MNIST is published, of made images: each class is a bright bar at an angle of its own, jittered, in
 * noise. One in seven images is a test image. Images of two calls differ.
 * @param seed of a linear congruential generator: what is measured needs no better one
 */
export function madeIdx(folder: string, images: number, seed: number): string {
  mkdirSync(folder, { recursive: true })
  const tests = Math.floor(images / 7)
  const random = congruential(seed)
  for (const [name, count] of [['train', images - tests], ['t10k', tests]] as const) {
    const pixels = Buffer.alloc(16 + count * side * side)
    const labels = Buffer.alloc(8 + count)
    ;[2051, count, side, side].forEach((value, i) => pixels.writeUInt32BE(value, 4 * i))
    ;[2049, count].forEach((value, i) => labels.writeUInt32BE(value, 4 * i))
    for (let i = 0; i < count; i++) {
      labels[8 + i] = i % classes
      drawBar(pixels.subarray(16 + i * side * side, 16 + (i + 1) * side * side), i % classes, random)
    }
    writeFileSync(path.join(folder, `${name}-images-idx3-ubyte`), pixels)
    writeFileSync(path.join(folder, `${name}-labels-idx1-ubyte`), labels)
  }
  return folder
}

function drawBar(pixels: Buffer, label: number, random: () => number): void {
  const angle = (Math.PI * (label + 0.5 * (random() - 0.5))) / classes
  const [x0, y0] = [side / 2 + 4 * (random() - 0.5), side / 2 + 4 * (random() - 0.5)]
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [across, along] = [(x - x0) * dy - (y - y0) * dx, (x - x0) * dx + (y - y0) * dy]
      const light = Math.abs(along) < 10 ? 220 * Math.exp(-(across ** 2) / 5) : 0
      pixels[y * side + x] = Math.min(255, light + 30 * random())
    }
  }
}

function congruential(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
