import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openSnapshot } from '../../main/datasets/snapshot.ts'
import { SnapshotWriter } from '../../main/datasets/snapshotWriter.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'
import { noise } from './madeImages.ts'

const SHAPE = { height: 5, width: 4, channels: 3 }
const ROW = 60

async function written(images: number) {
  const file = path.join(temporaryFolder(), 'pixels.u8')
  const pixels = noise(1, images * ROW)
  const writer = await SnapshotWriter.create(file)
  for (let i = 0; i < images; i += 1) await writer.write(pixels.subarray(i * ROW, (i + 1) * ROW))
  return { file, pixels, sha256: await writer.finish() }
}

test('what was written is there, and its hash is that of the file', async () => {
  const { file, pixels, sha256 } = await written(1000)
  expect(Buffer.from(pixels).equals(readFileSync(file))).toBe(true)
  expect(sha256).toBe(createHash('sha256').update(pixels).digest('hex'))
})

test('rows come in the order asked for, near or far apart, into the memory given', async () => {
  const { file, pixels } = await written(50)
  const snapshot = await openSnapshot(file, SHAPE)
  const positions = [7, 8, 9, 3, 49, 49, 0]
  const out = new Uint8Array(positions.length * ROW)
  expect(await snapshot.readRows(positions, out)).toBe(out)
  positions.forEach((position, i) => {
    expect([...out.subarray(i * ROW, (i + 1) * ROW)]).toEqual([
      ...pixels.subarray(position * ROW, (position + 1) * ROW),
    ])
  })
  expect(snapshot.images).toBe(50)
  for (const wrong of [[50], [-1], [48, 49, 50]])
    await expect(snapshot.readRows(wrong)).rejects.toThrow(RangeError)
  await snapshot.close()
})

test('a file of another shape is refused with a sentence', async () => {
  const file = path.join(temporaryFolder(), 'pixels.u8')
  writeFileSync(file, Buffer.alloc(61))
  await expect(openSnapshot(file, SHAPE)).rejects.toThrow('does not hold whole images of 5 x 4 x 3')
})
