import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { imported } from '../imported.ts'
import { picture, writeFiles } from '../madeImages.ts'
import { idxImages, idxLabels } from '../sources/madeRecords.ts'
import { stroke } from './strokes.ts'

const PHOTOS = 40
const photo = (seed: number) => picture(seed, 96, 72)

/** Photos, and of the first few a changed copy in another class folder's name order. */
async function withCopies(change: (photo: Sharp) => Sharp, ending: string) {
  const files: Record<string, Promise<Buffer>> = {}
  for (let i = 0; i < PHOTOS; i += 1) files[`a/${i}.png`] = photo(i).png().toBuffer()
  for (let i = 0; i < 10; i += 1) files[`b/copy of ${i}.${ending}`] = made(i)
  return imported(await writeFiles(temporaryFolder(), files))

  async function made(i: number): Promise<Buffer> {
    return change(sharp(await photo(i).png().toBuffer()))
      .toFormat(ending as 'png')
      .toBuffer()
  }
}

test.each<[string, (photo: Sharp) => Sharp, string, number]>([
  ['saved again as JPEG', (image) => image.jpeg({ quality: 60 }), 'jpg', 10],
  ['darker', (image) => image.linear(0.8, 0), 'png', 10],
  ['brighter', (image) => image.linear(1, 18), 'png', 9],
  ['scaled down', (image) => image.resize(72, 54), 'png', 10],
  [
    'cropped by some 3 % at each side',
    (image) => image.extract({ left: 3, top: 2, width: 90, height: 68 }),
    'png',
    9,
  ],
])('copies of photos that were %s are found, and nothing else', async (_, change, ending, found) => {
  const { pairs, rows, result } = await withCopies(change, ending)
  const named = pairs.map(({ a, b }) => [rows[a].path, rows[b].path])
  expect(named.length).toBeGreaterThanOrEqual(found)
  for (const [original, copy] of named)
    expect(copy).toBe(original.replace('a/', 'b/copy of ').replace('png', ending))
  expect(result.counts.groups).toBe(named.length)
  expect(pairs.every(({ kind }) => kind === 'near')).toBe(true)
})

test('handwritten ones do not become one group, yet a copy among them is found', async () => {
  const ones = Array.from({ length: 800 }, (_, i) => stroke(i))
  const darker = ones.slice(0, 20).map((one) => one.map((value) => value * 0.85))
  const pixels = Buffer.concat([...ones, ...darker])
  const source = await writeFiles(temporaryFolder(), {
    'train-images-idx3-ubyte': idxImages(28, 28, pixels),
    'train-labels-idx1-ubyte': idxLabels(Array(820).fill(1)),
  })
  const { pairs, rows } = await imported(source)
  const groups = new Map<number, number>()
  for (const { group } of rows) groups.set(group, (groups.get(group) ?? 0) + 1)
  expect(Math.max(...groups.values())).toBeLessThanOrEqual(8)
  for (let i = 0; i < 20; i += 1) expect(rows[800 + i].group).toBe(rows[i].group)
  expect(pairs.length).toBeLessThan(80)
})

test('the same image under two names is an exact pair, a hidden note in one of them or not', async () => {
  const bytes = await photo(1).png().toBuffer()
  const note = Buffer.concat([
    Buffer.from([0, 0, 0, 6]),
    Buffer.from('tEXta\0note'),
    Buffer.from([0, 0, 0, 0]),
  ])
  const other = Buffer.concat([bytes.subarray(0, 33), note, bytes.subarray(33)])
  const { pairs, rows } = await imported(
    await writeFiles(temporaryFolder(), {
      'a/1.png': bytes,
      'a/2.png': bytes,
      'a/3.png': photo(2).png().toBuffer(),
      'b/1.png': other,
    }),
  )
  expect(pairs.map(({ a, b, kind, distance }) => [a, b, kind, distance])).toEqual([
    [0, 1, 'exact', 0],
    [0, 3, 'exact', 0],
  ])
  expect(rows[0].hash).toBe(rows[1].hash)
  expect(rows[0].hash).not.toBe(rows[3].hash)
  expect(rows.map((row) => row.group)).toEqual([0, 0, 1, 0])
})

test('pictures of one colour are no near copies of each other', async () => {
  const flat = (value: number) =>
    sharp(Buffer.alloc(1024, value), { raw: { width: 32, height: 32, channels: 1 } })
      .png()
      .toBuffer()
  const files = Object.fromEntries([10, 60, 110, 160, 210].map((value) => [`a/${value}.png`, flat(value)]))
  expect((await imported(await writeFiles(temporaryFolder(), files))).pairs).toEqual([])
})
