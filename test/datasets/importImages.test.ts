import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { importImages } from '../../main/datasets/importImages.ts'
import type { ImportPhase, ImportProgress } from '../../main/datasets/importRequest.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'
import { imported } from './imported.ts'
import { classFiles, picture, png, writeFiles } from './madeImages.ts'

const PHASES: ImportPhase[] = ['finding', 'checking', 'decoding', 'duplicates', 'splitting']
const never = () => new AbortController().signal

test('the same source gives the same files, byte for byte', async () => {
  const source = await writeFiles(temporaryFolder(), {
    ...classFiles({ cat: 12, dog: 12 }),
    'cat/bad.png': 'text',
  })
  const [one, two] = [await imported(source), await imported(source)]
  expect(two.result).toEqual(one.result)
  for (const name of readdirSync(one.output)) {
    expect(readFileSync(path.join(two.output, name)).equals(readFileSync(path.join(one.output, name)))).toBe(
      true,
    )
  }
  expect(readdirSync(one.output).sort()).toEqual([
    'images.ndjson',
    'pairs.ndjson',
    'pixels.u8',
    'problems.ndjson',
  ])
})

test('originals are never written to', async () => {
  const source = await writeFiles(temporaryFolder(), classFiles({ cat: 3, dog: 3 }))
  const state = () =>
    readdirSync(source, { recursive: true }).map((name) => [
      name,
      statSync(path.join(source, String(name))).mtimeMs,
    ])
  const before = state()
  await imported(source)
  expect(state()).toEqual(before)
})

test('progress goes through every phase, counts up to its total, and counts problems', async () => {
  const source = await writeFiles(temporaryFolder(), {
    ...classFiles({ cat: 30, dog: 30 }),
    'cat/bad.png': 'text',
  })
  const output = temporaryFolder()
  const heard: ImportProgress[] = []
  await importImages({ source, output }, (progress) => heard.push(progress), never())
  expect([...new Set(heard.map(({ phase }) => phase))]).toEqual(PHASES)
  for (const phase of PHASES.slice(1)) {
    const last = heard.filter((progress) => progress.phase === phase).at(-1)!
    expect(last.done).toBe(last.total)
  }
  expect(heard.at(-1)).toMatchObject({ problems: 1 })
})

test.each(PHASES)(
  'an abort while %s ends the import with its reason and leaves nothing behind',
  async (phase) => {
    const source = await writeFiles(temporaryFolder(), classFiles({ cat: 80, dog: 80 }))
    const output = temporaryFolder()
    const controller = new AbortController()
    const stop = (progress: ImportProgress) =>
      progress.phase === phase && controller.abort(new Error('stop it'))
    await expect(importImages({ source, output }, stop, controller.signal)).rejects.toThrow('stop it')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(readdirSync(output)).toEqual([])
  },
)

test('an import that fails leaves nothing behind either', async () => {
  const output = temporaryFolder()
  const source = await writeFiles(temporaryFolder(), { 'a/text.png': 'text' })
  await expect(importImages({ source, output }, () => undefined, never())).rejects.toMatchObject({
    code: 'no-image',
    message: expect.stringContaining('1 could not be used'),
  })
  expect(readdirSync(output)).toEqual([])
})

test('a folder that holds something is not taken for the output', async () => {
  const source = await writeFiles(temporaryFolder(), classFiles({ a: 2 }))
  const output = temporaryFolder()
  writeFileSync(path.join(output, 'mine.txt'), 'x')
  await expect(importImages({ source, output }, () => undefined, never())).rejects.toThrow(
    'is not an empty folder',
  )
  expect(readdirSync(output)).toEqual(['mine.txt'])
})

test('images to be scored take the settings of the snapshot that their models know', async () => {
  const source = await writeFiles(temporaryFolder(), {
    'a/1.png': picture(1, 90, 60).png().toBuffer(),
    'a/2.png': png(2, 50, 50),
  })
  const expected = { size: { height: 24, width: 32 }, colour: 'grey', fit: 'crop', range: [0, 255] } as const
  const { result, rows } = await imported(source, { expected: { ...expected, range: [0, 255] } })
  expect(result.snapshot).toMatchObject({ height: 24, width: 32, channels: 1, fit: 'crop', colour: 'grey' })
  expect(rows.map((row) => row.split)).toEqual(['test', 'test'])
})

test('16-bit images for models of 8-bit ones are scaled by their own range, with a sentence', async () => {
  const deep = (top: number) =>
    sharp(
      Uint16Array.from({ length: 1024 }, (_, i) => (i % 32) * top),
      { raw: { width: 32, height: 32, channels: 1 } },
    )
  const files = {
    'a/1.png': deep(100).toColourspace('grey16').png().toBuffer(),
    'a/2.png': deep(129).toColourspace('grey16').png().toBuffer(),
  }
  const expected = { size: { height: 32, width: 32 }, colour: 'grey', fit: 'fit', range: [0, 255] } as const
  const { result } = await imported(await writeFiles(temporaryFolder(), files), {
    expected: { ...expected, range: [0, 255] },
  })
  expect(result.snapshot.range).toEqual([0, 3999])
  expect(result.warnings.join(' ')).toContain('The training images have 8 bit, these 16')
})

test('a file that holds no set of images is an error that says what may be chosen', async () => {
  const folder = await writeFiles(temporaryFolder(), { 'paper.pdf': 'x' })
  await expect(imported(path.join(folder, 'paper.pdf'))).rejects.toMatchObject({
    message: expect.stringContaining('is neither a folder nor a file that holds many images'),
    hint: expect.stringContaining('a .zip, a .csv'),
  })
})

test.each([
  ['one class', { cat: 30 }, 'There is only one class, "cat"'],
  ['a class of three images', { cat: 30, dog: 3 }, '"dog" (3 images)'],
])('%s gets a plain sentence about what is possible', async (_, counts, sentence) => {
  const { result } = await imported(await writeFiles(temporaryFolder(), classFiles(counts)))
  expect(result.warnings.join(' ')).toContain(sentence)
})

test('leaking pairs between given splits are reported and the splits stay', async () => {
  const source = await writeFiles(temporaryFolder(), {
    ...classFiles({ 'train/a': 6, 'test/a': 2, 'train/b': 6, 'test/b': 2 }),
    'test/a/again.png': png(1),
  })
  const { pairs, rows, result } = await imported(source)
  expect(pairs.map(({ a, b, leak }) => [rows[a].path, rows[b].path, leak])).toEqual([
    ['train/a/0.png', 'test/a/again.png', true],
  ])
  expect(rows.find((row) => row.path === 'test/a/again.png')!.split).toBe('test')
  expect(result.warnings.join(' ')).toContain(
    'One pair of images is (nearly) the same but in different splits',
  )
})

test('a class that is mostly one picture is told of', async () => {
  const files = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`cat/copy ${i}.png`, png(1)]))
  const { result } = await imported(
    await writeFiles(temporaryFolder(), { ...classFiles({ cat: 20, dog: 20 }, 50), ...files }),
  )
  expect(result.warnings.join(' ')).toContain('8 images that are nearly the same belong to the 28 of "cat"')
})

test('a file that changes or goes between two looks at it is listed, not a crash', async () => {
  const source = await writeFiles(temporaryFolder(), classFiles({ cat: 40, dog: 40 }))
  const output = path.join(temporaryFolder(), 'output')
  mkdirSync(output)
  const spoil = ({ phase }: ImportProgress) => {
    if (phase === 'decoding') writeFileSync(path.join(source, 'dog/39.png'), 'now a text')
  }
  const result = await importImages({ source, output }, spoil, never())
  expect(result.counts).toMatchObject({ images: 79, problems: 1 })
})
