import { existsSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ThumbnailCache } from '../../../main/jobs/thumbnails/thumbnailCache.ts'
import { temporaryFolder } from '../../engine/temporaryFolder.ts'

const day = 86_400

function filled(limit: number, files: { name: string; bytes: number; daysAgo: number }[]) {
  const cache = new ThumbnailCache(path.join(temporaryFolder(), 'thumbnails'), limit)
  for (const { name, bytes, daysAgo } of files) {
    mkdirSync(path.dirname(cache.place(name)), { recursive: true })
    writeFileSync(cache.place(name), Buffer.alloc(bytes))
    const used = Date.now() / 1000 - daysAgo * day
    utimesSync(cache.place(name), used, used)
  }
  const left = () => files.map(({ name }) => name).filter((name) => existsSync(cache.place(name)))
  return { cache, left }
}

const files = [{ name: 'aa1', bytes: 400, daysAgo: 30 }, { name: 'aa2', bytes: 400, daysAgo: 2 }, { name: 'bb3', bytes: 400, daysAgo: 5 }]

test('what was not used for longest goes first, until the rest is within the limit', async () => {
  const { cache, left } = filled(1000, files)
  await cache.trim()
  expect(left()).toEqual(['aa2', 'bb3'])
})

test('reading a file counts as using it', async () => {
  const { cache, left } = filled(1000, files)
  expect((await cache.read('aa1'))?.length).toBe(400)
  expect(Date.now() - statSync(cache.place('aa1')).mtimeMs).toBeLessThan(day * 1000)
  await cache.trim()
  expect(left()).toEqual(['aa1', 'aa2'])
})

test('the first file that is added has what an engine before left counted', async () => {
  const { cache, left } = filled(1000, files)
  cache.added(1)
  await expect.poll(left).toEqual(['aa2', 'bb3'])
})

test('what is not there is null, also where nothing is there yet', async () => {
  const { cache } = filled(1000, [])
  expect(await cache.read('cc4')).toBeNull()
  await cache.trim()
})
