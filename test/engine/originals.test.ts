import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { workerScripts } from '../../main/engine/engineOptions.ts'
import type { OriginalsNews } from '../../main/contract/originals.ts'
import { classFiles, png, writeFiles } from '../datasets/madeImages.ts'
import { engineInTest } from './engineInTest.ts'
import { temporaryFolder } from './temporaryFolder.ts'

type Api = Awaited<ReturnType<typeof engineInTest>>['api']

/** A source that the real worker has imported. */
async function imported(source: string, options = {}) {
  const made = await engineInTest({ scripts: workerScripts() })
  const { id, jobId } = await made.api.imageSets.import({ project: 'p', source, ...options })
  expect(await made.ended(jobId)).toMatchObject({ state: 'done' })
  return { ...made, id, source }
}

async function photos(extra: Parameters<typeof writeFiles>[1] = {}) {
  const folder = path.join(temporaryFolder(), 'photos')
  return imported(await writeFiles(folder, { ...classFiles({ bolt: 6, nut: 6 }), ...extra }))
}

async function check(api: Api, id: number, thorough = false): Promise<OriginalsNews[]> {
  const news: OriginalsNews[] = []
  for await (const one of await api.originals.check({ id, thorough })) news.push(one)
  return news
}

async function changes(api: Api, id: number, thorough = false) {
  const last = (await check(api, id, thorough)).at(-1)!
  if (last.type !== 'done') throw new Error(`The check ended with ${last.type}.`)
  const { added, removed, changed, relabelled } = last.changes
  return {
    ...last.changes, added: added.paths, removed: removed.paths, changed: changed.paths, relabelled: relabelled.paths,
  }
}

const nothing = { added: [], removed: [], changed: [], relabelled: [], unread: 0 }

test('a folder in which nothing changed says so', async () => {
  const { api, id } = await photos({ 'nut/broken.png': 'no image' })
  expect(await changes(api, id)).toMatchObject({ ...nothing, present: 12 })
})

test('added, removed and changed files are named; one that was only touched is not', async () => {
  const { api, id, source } = await photos()
  await writeFiles(source, { 'bolt/new.png': png(99), 'washer/0.png': png(98), 'nut/2.png': png(97) })
  rmSync(path.join(source, 'bolt', '0.png'))
  utimesSync(path.join(source, 'nut', '3.png'), new Date(), new Date())
  expect(await changes(api, id)).toMatchObject({
    added: ['bolt/new.png', 'washer/0.png'], removed: ['bolt/0.png'], changed: ['nut/2.png'], relabelled: [],
    present: 11, unread: 0,
  })
})

test('a file that was no image and is written again counts as changed, one that still is none does not', async () => {
  const { api, id, source } = await photos({ 'nut/broken.png': 'no image', 'nut/empty.png': '' })
  await writeFiles(source, { 'nut/broken.png': png(55) })
  expect((await changes(api, id)).changed).toContain('nut/broken.png')
})

test('a thorough check reads every file, a quick one only what was written since the import', async () => {
  const { api, id, source } = await photos()
  expect((await changes(api, id, true)).compared).toBe(12)
  await writeFiles(source, { 'nut/2.png': png(97) })
  expect(await changes(api, id, true)).toMatchObject({ compared: 12, changed: ['nut/2.png'] })
})

test('a source that is gone is told of as missing, and is found again at its new place', async () => {
  const { api, id, source } = await photos()
  renameSync(source, `${source}-moved`)
  expect(await check(api, id)).toEqual([{ type: 'missing', source }])
  await api.imageSets.relocate({ id, source: `${source}-moved` })
  expect(await changes(api, id)).toMatchObject({ ...nothing, present: 12 })
})

test('what changed becomes the next version, in the pixels of the one before', async () => {
  const { api, id, source, ended } = await photos()
  await writeFiles(source, { 'bolt/new.png': png(99, 64, 64) })
  const again = await api.originals.importAgain({ id })
  await ended(again.jobId)
  const [before, after] = [await api.imageSets.show({ id }), await api.imageSets.show({ id: again.id })]
  expect(after).toMatchObject({ version: 2, images: 13, name: before.name })
  expect({ ...after.snapshot, sha256: '' }).toEqual({ ...before.snapshot, sha256: '' })
  expect(await changes(api, again.id)).toMatchObject(nothing)
  expect((await changes(api, id)).added).toEqual(['bolt/new.png'])
})

test('of a list, images that have another class now are named, and files that it lost', async () => {
  const folder = path.join(temporaryFolder(), 'listed')
  await writeFiles(folder, classFiles({ files: 6 }))
  const list = path.join(folder, 'list.csv')
  const rows = (label: (i: number) => string) =>
    `path,label\n${Array.from({ length: 6 }, (_, i) => `files/${i}.png,${label(i)}`).join('\n')}\n`
  writeFileSync(list, rows((i) => (i < 3 ? 'a' : 'b')))
  const { api, id } = await imported(list)
  expect(await changes(api, id)).toMatchObject({ ...nothing, present: 6 })
  writeFileSync(list, rows((i) => (i < 2 ? 'a' : 'b')))
  rmSync(path.join(folder, 'files', '5.png'))
  expect(await changes(api, id)).toMatchObject({ relabelled: ['files/2.png'], removed: ['files/5.png'], added: [], changed: [] })
})

test('records of one large file are compared by their content', async () => {
  const folder = path.join(temporaryFolder(), 'records')
  mkdirSync(folder)
  const header = (magic: number, ...sizes: number[]) => {
    const bytes = Buffer.alloc(4 + 4 * sizes.length)
    bytes.writeUInt32BE(magic)
    sizes.forEach((size, i) => bytes.writeUInt32BE(size, 4 + 4 * i))
    return bytes
  }
  const pixels = (salt: number) => Buffer.from(Array.from({ length: 10 * 256 }, (_, i) => (i * 7 + Math.floor(i / 256) * salt) % 251))
  const write = (content: Buffer) => writeFileSync(path.join(folder, 'train-images-idx3-ubyte'), Buffer.concat([header(0x803, 10, 16, 16), content]))
  write(pixels(31))
  writeFileSync(path.join(folder, 'train-labels-idx1-ubyte'), Buffer.concat([header(0x801, 10), Buffer.from([0, 1, 0, 1, 0, 1, 0, 1, 0, 1])]))
  const { api, id } = await imported(folder)
  expect(await changes(api, id)).toMatchObject({ ...nothing, present: 10 })
  const other = pixels(31)
  other[3 * 256 + 5] ^= 64
  write(other)
  expect(await changes(api, id)).toMatchObject({ changed: ['train-images-idx3-ubyte#3'], compared: 10 })
})

test('who stops listening ends the check; a source that cannot be read says so', async () => {
  const { api, id, source, workspace } = await photos()
  const news = await api.originals.check({ id })
  await news.return?.()
  await expect.poll(() => readdirSync(path.join(workspace, 'logs')).filter((name) => name.startsWith('originals'))).toEqual([])
  rmSync(source, { recursive: true })
  appendFileSync(source, 'a file now')
  expect((await check(api, id)).at(-1)).toMatchObject({
    type: 'failed', failure: { message: expect.stringContaining('neither a folder nor a file') },
  })
})
