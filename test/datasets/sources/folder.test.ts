import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { imported } from '../imported.ts'
import { classFiles, png, writeFiles } from '../madeImages.ts'

test('class folders become classes in natural order, however deep their images lie', async () => {
  const source = await writeFiles(temporaryFolder(), {
    'part 10/a.png': png(1),
    'part 2/deep/er/b.png': png(2),
    'Part 1/c.png': png(3),
    'part 2/a.png': png(4),
  })
  const { result, byClass } = await imported(source)
  expect(result.kind).toBe('folder')
  expect(result.classes).toEqual(['Part 1', 'part 2', 'part 10'])
  expect(byClass()).toEqual({
    'Part 1': ['Part 1/c.png'],
    'part 2': ['part 2/a.png', 'part 2/deep/er/b.png'],
    'part 10': ['part 10/a.png'],
  })
})

test('the folders train, val and test give the splits, and the classes lie below them', async () => {
  const source = await writeFiles(temporaryFolder(), {
    'Train/cat/1.png': png(1),
    'Train/dog/1.png': png(2),
    'val/cat/1.png': png(3),
    'test/dog/1.png': png(4),
  })
  const { result, rows } = await imported(source)
  expect(result.kind).toBe('split-folders')
  expect(result.classes).toEqual(['cat', 'dog'])
  expect(rows.map((row) => [row.path, row.split, row.givenSplit])).toEqual([
    ['Train/cat/1.png', 'train', true],
    ['Train/dog/1.png', 'train', true],
    ['val/cat/1.png', 'validation', true],
    ['test/dog/1.png', 'test', true],
  ])
})

test('MVTec: defects are only in test, masks are left alone, validation is from train/good', async () => {
  const source = await writeFiles(temporaryFolder(), {
    ...classFiles({
      'train/good': 20,
      'test/good': 3,
      'test/broken_large': 2,
      'ground_truth/broken_large': 2,
    }),
    'license.txt': 'text',
  })
  const { result, rows } = await imported(source)
  expect(result.kind).toBe('mvtec')
  expect(result.classes).toEqual(['broken_large', 'good'])
  expect(result.counts.byClass).toEqual([
    { train: 0, validation: 0, test: 2 },
    { train: 17, validation: 3, test: 3 },
  ])
  expect(
    rows.filter((row) => row.split === 'validation').every((row) => row.path.startsWith('train/good/')),
  ).toBe(true)
  expect(result.warnings.join()).not.toContain('ground_truth')
})

test('one folder around the folders of the splits does no harm', async () => {
  const files = Object.entries(classFiles({ 'train/a': 2, 'test/a': 1, 'train/b': 2 }))
  const source = await writeFiles(
    temporaryFolder(),
    Object.fromEntries(files.map(([at, file]) => [`bottle/${at}`, file])),
  )
  const { result } = await imported(source)
  expect([result.kind, result.classes]).toEqual(['split-folders', ['a', 'b']])
})

test('a folder beside the splits is named, not imported', async () => {
  const source = await writeFiles(temporaryFolder(), classFiles({ 'train/a': 2, 'test/a': 1, 'new ones': 1 }))
  const { result } = await imported(source)
  expect(result.counts.images).toBe(3)
  expect(result.warnings).toContain('The folder "new ones" beside the folders of the splits was left alone.')
})

test('a train among other vehicles is a class, not a split', async () => {
  const source = await writeFiles(temporaryFolder(), classFiles({ bus: 2, car: 2, train: 2 }))
  const { result } = await imported(source)
  expect([result.kind, result.classes]).toEqual(['folder', ['bus', 'car', 'train']])
})

test('images directly in a folder have no class and are all for scoring', async () => {
  const source = await writeFiles(temporaryFolder(), {
    '1.png': png(1),
    '2.png': png(2),
    'notes/readings.txt': 'x',
  })
  const { result, rows } = await imported(source, { unlabelled: false })
  expect([result.kind, result.classes, result.counts.unlabelled]).toEqual(['unlabelled', [], 2])
  expect(rows.map((row) => [row.label, row.split])).toEqual([
    [null, 'test'],
    [null, 'test'],
  ])
  expect(result.warnings.join(' ')).toContain('nothing can be trained on them')
})

test('a folder to be inspected has no classes even where it has folders', async () => {
  const source = await writeFiles(temporaryFolder(), classFiles({ a: 2, 'b/c': 1 }))
  const { result, rows } = await imported(source, { unlabelled: true })
  expect([result.kind, result.classes, result.counts.images]).toEqual(['unlabelled', [], 3])
  expect(rows.map((row) => row.split)).toEqual(['test', 'test', 'test'])
})

test('an image beside the class folders is listed: it has no class', async () => {
  const source = await writeFiles(temporaryFolder(), { ...classFiles({ a: 2, b: 2 }), 'stray.png': png(9) })
  const { problems, result } = await imported(source)
  expect(result.counts.images).toBe(4)
  expect(problems).toEqual([expect.objectContaining({ path: 'stray.png', code: 'no-class' })])
})

test('litter is passed over in silence, other files are counted and mentioned once', async () => {
  const source = await writeFiles(temporaryFolder(), {
    ...classFiles({ a: 2, b: 2 }),
    'a/.hidden.png': 'x',
    'a/Thumbs.db': 'x',
    '.DS_Store': 'x',
    'README.md': 'x',
    '__MACOSX/a/1.png': 'x',
    'a/notes.txt': 'x',
    'b/table.xlsx': 'x',
  })
  const { result, problems } = await imported(source)
  expect(problems).toEqual([])
  expect(result.counts).toMatchObject({ images: 4, others: 2 })
  expect(result.warnings.filter((warning) => warning.includes('other kinds'))).toEqual([
    '2 files of other kinds were left alone.',
  ])
})

test('names in any script are kept', async () => {
  const names = ['猫/一.png', 'кошка/раз два.png', 'قط/١.png', '🐈/#50%.png', "it's/a&b;c.png"]
  const files = names.map((name, i) => [name, png(i + 1)] as const)
  const { rows, result } = await imported(await writeFiles(temporaryFolder(), Object.fromEntries(files)))
  expect(rows.map((row) => row.path).sort()).toEqual([...names].sort())
  expect(result.classes.length).toBe(5)
})

test.skipIf(process.platform === 'win32')('a name that is no text is listed, not a crash', async () => {
  const source = await writeFiles(temporaryFolder(), classFiles({ a: 2, b: 2 }))
  writeFileSync(
    Buffer.concat([Buffer.from(`${source}/a/`), Buffer.from([0xe9, 0xff]), Buffer.from('.png')]),
    await png(9),
  )
  const { problems, result } = await imported(source)
  expect(result.counts.images).toBe(4)
  expect(problems).toEqual([expect.objectContaining({ code: 'name' })])
})

test.skipIf(process.platform === 'win32')(
  'links to other folders are followed, loops and broken links are listed',
  async () => {
    const elsewhere = await writeFiles(temporaryFolder(), { '1.png': png(7) })
    const source = await writeFiles(temporaryFolder(), classFiles({ a: 2, b: 2 }))
    symlinkSync(elsewhere, path.join(source, 'c'))
    symlinkSync('..', path.join(source, 'a', 'up'))
    symlinkSync(path.join(source, 'b'), path.join(source, 'a', 'across'))
    symlinkSync(path.join(source, 'a'), path.join(source, 'b', 'back'))
    symlinkSync('nowhere.png', path.join(source, 'b', 'gone.png'))
    const { problems, byClass } = await imported(source)
    expect(byClass().c).toEqual(['c/1.png'])
    expect(problems.map(({ path: at, code }) => [at, code])).toEqual(
      expect.arrayContaining([
        ['a/up', 'link-loop'],
        ['b/gone.png', 'broken-link'],
        ['a/across/back', 'link-loop'],
      ]),
    )
  },
)

test.skipIf(process.getuid?.() === 0)('a file and a folder that may not be read are listed', async () => {
  const source = await writeFiles(temporaryFolder(), classFiles({ a: 2, b: 2, c: 1 }))
  chmodSync(path.join(source, 'a/0.png'), 0)
  chmodSync(path.join(source, 'c'), 0)
  const { problems } = await imported(source)
  chmodSync(path.join(source, 'c'), 0o700)
  expect(problems.map(({ path: at, code }) => [at, code])).toEqual([
    ['c', 'unreadable'],
    ['a/0.png', 'unreadable'],
  ])
})

test('a folder without any image is an error that says what lies there', async () => {
  const source = await writeFiles(temporaryFolder(), { 'a/notes.txt': 'x', 'b/more.txt': 'x' })
  await expect(imported(source)).rejects.toThrow(/No image was found in .*2 files of other kinds/)
  const empty = temporaryFolder()
  mkdirSync(path.join(empty, 'nothing'))
  await expect(imported(empty)).rejects.toThrow('No image was found')
  await expect(imported(path.join(empty, 'not there'))).rejects.toThrow('There is nothing at')
})
