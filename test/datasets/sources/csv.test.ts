import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'
import { imported } from '../imported.ts'
import { png, writeFiles } from '../madeImages.ts'

/** A list beside four images. */
async function listed(list: string | Buffer, name = 'list.csv'): Promise<string> {
  const folder = await writeFiles(temporaryFolder(), {
    [name]: list,
    'pictures/1.png': png(1),
    'pictures/2.png': png(2),
    'pictures/3.png': png(3),
    'pictures/4, 5.png': png(4),
  })
  return path.join(folder, name)
}

test('a list gives label and split; its paths are relative to it', async () => {
  const { result, rows } = await imported(
    await listed(
      'path,label,split\npictures/1.png,cat,train\n./pictures/2.png,dog,val\n' +
        'pictures\\3.png,cat,test\n"pictures/4, 5.png",dog,train\n',
    ),
  )
  expect([result.kind, result.classes]).toEqual(['csv', ['cat', 'dog']])
  expect(rows.map((row) => [row.path, row.label, row.split])).toEqual([
    ['pictures/1.png', 0, 'train'],
    ['pictures/2.png', 1, 'validation'],
    ['pictures/3.png', 0, 'test'],
    ['pictures/4, 5.png', 1, 'train'],
  ])
})

test.each([
  ['semicolons', 'label;path\ncat;pictures/4, 5.png\n'],
  ['tabs', 'filename\tclass\npictures/4, 5.png\tcat\n'],
  ['a byte order mark and Windows lines', '\uFEFFpath,label\r\n"pictures/4, 5.png",cat\r\n'],
  ['UTF-16, as spreadsheets save it', Buffer.from('\uFEFFpath\tlabel\npictures/4, 5.png\tcat\n', 'utf16le')],
  ['no header', 'pictures/1.png,dog\n"pictures/4, 5.png",cat\n'],
])('%s are understood', async (_, list) => {
  const { rows, result } = await imported(await listed(list))
  const row = rows.find((found) => found.path === 'pictures/4, 5.png')!
  expect(result.classes[row.label!]).toBe('cat')
})

test('a list without labels is for scoring', async () => {
  const { rows } = await imported(await listed('path\npictures/1.png\npictures/2.png\n'))
  expect(rows.map((row) => [row.label, row.split])).toEqual([
    [null, 'test'],
    [null, 'test'],
  ])
})

test('rows that name nothing, no file or no split are listed, and the rest goes in', async () => {
  const { problems, rows } = await imported(
    await listed(
      'path,label,split\npictures/1.png,cat,train\n,cat,train\n' +
        'pictures/9.png,cat,train\npictures/2.png,dog,someday\npictures/3.png,dog\n',
    ),
  )
  expect(rows.map((row) => row.path)).toEqual(['pictures/1.png', 'pictures/3.png'])
  expect(problems.map(({ path: at, code }) => [at, code])).toEqual([
    ['list.csv#3', 'bad-row'],
    ['pictures/2.png', 'bad-row'],
    ['pictures/9.png', 'missing'],
  ])
  expect(problems[1].message).toBe(
    'Line 5 of the list gives the split "someday"; it should be train, validation or test.',
  )
})

test('a list without a column of paths is an error that says what to write', async () => {
  await expect(imported(await listed('name of part,weight\nA,1\n'))).rejects.toMatchObject({
    message: 'list.csv has no column of paths; its first row is "name of part, weight".',
    hint: expect.stringContaining('path, label'),
  })
})

test('a quotation mark that is never closed is an error with its line', async () => {
  await expect(imported(await listed('path,label\n"pictures/1.png,cat\n'))).rejects.toThrow(
    /list\.csv cannot be read as a list: line \d/,
  )
})

test('a folder with one list of labels beside one folder of images is read by its list', async () => {
  const list = await listed('path,label\npictures/1.png,cat\npictures/2.png,dog\n')
  const { result, rows } = await imported(path.dirname(list))
  expect([result.kind, rows.length]).toEqual(['csv', 2])
})
