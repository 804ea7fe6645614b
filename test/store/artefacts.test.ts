import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openStore } from '../../main/store/openStore.ts'
import { sweep } from '../../main/store/sweep.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

async function storeWithFiles() {
  const workspace = temporaryFolder()
  const store = await openStore(workspace)
  const file = (name: string, content = name) => {
    writeFileSync(path.join(workspace, name), content)
    return { file: path.join(workspace, name), kind: 'test' }
  }
  return { store, workspace, file }
}

/** A member is the simplest thing that refers to artefacts. */
const member = (key: string, ids: { weights: number; description: number }) => ({
  key,
  parameters: 1,
  seconds: 1,
  memory: null,
  device: 'd',
  ...ids,
  health: {
    accuracy: null, divergence: 1, activeDimensions: 1, smallestAngle: null, healthy: true, sentences: [],
  },
})

test('a file is kept under the hash of its content, once however often it comes', async () => {
  const { store, file, workspace } = await storeWithFiles()
  const sha256 = createHash('sha256').update('same').digest('hex')
  const one = await store.artefacts.keep({ x: file('a.bin', 'same') }, ({ x }) => x)
  const two = await store.artefacts.keep({ x: file('b.bin', 'same') }, ({ x }) => x)
  expect(two).toBe(one)
  expect(store.artefacts.path(one)).toBe(
    path.join(workspace, 'artefacts', sha256.slice(0, 2), `${sha256}.bin`),
  )
  expect(readFileSync(store.artefacts.path(one), 'utf8')).toBe('same')
  expect(existsSync(path.join(workspace, 'a.bin'))).toBe(false)
})

test('what is referred to stays, and what nothing refers to any more goes with its file', async () => {
  const { store, file } = await storeWithFiles()
  await store.artefacts.keep(
    { weights: file('w.f32', '12345678'), description: file('d.json', '{}') },
    (ids) => store.members.insertTrained(member('k', ids)),
  )
  const [weights] = store.artefacts.files()
  expect(store.artefacts.collect()).toBe(0)
  store.members.removeUnused()
  expect(store.artefacts.collect()).toBe(10)
  expect(existsSync(weights)).toBe(false)
  expect(store.artefacts.files()).toEqual([])
})

test('a record that cannot be written leaves no record of the files either, and no file', async () => {
  const { store, file, workspace } = await storeWithFiles()
  const failing = store.artefacts.keep({ x: file('a.bin') }, () => { throw new Error('no') })
  await expect(failing).rejects.toThrow('no')
  expect(store.artefacts.files()).toEqual([])
  const left = readdirSync(path.join(workspace, 'artefacts'), { recursive: true, withFileTypes: true })
  expect(left.filter((one) => one.isFile())).toEqual([])
})

test('a collection does not take away a file that is just being kept', async () => {
  const { store, file } = await storeWithFiles()
  await store.artefacts.keep({ x: file('a.bin', 'same') }, () => undefined)
  const again = file('b.bin', 'same')
  const keeping = store.artefacts.keep({ weights: again, description: file('d.json') }, (ids) =>
    store.members.insertTrained(member('k', ids)),
  )
  while (existsSync(again.file)) await new Promise(setImmediate)
  store.artefacts.collect()
  await keeping
  expect(store.artefacts.files().every(existsSync)).toBe(true)
})

test('the sweep at start removes files without a record and folders of work that nothing needs', async () => {
  const { store, file, workspace } = await storeWithFiles()
  await store.artefacts.keep({ weights: file('w.f32'), description: file('d.json') }, (ids) => {
    store.members.insertTrained(member('k', ids))
  })
  const stray = path.join(workspace, 'artefacts', 'ab', 'abcd.bin')
  for (const folder of ['artefacts/ab', 'work/import-1', 'work/member-gone'])
    mkdirSync(path.join(workspace, folder), { recursive: true })
  writeFileSync(stray, 'x')
  const kept = store.artefacts.files()
  const swept = await sweep(store)
  expect(swept.map((one) => path.relative(workspace, one)).sort()).toEqual([
    'artefacts/ab/abcd.bin', 'work/import-1', 'work/member-gone',
  ])
  expect(kept.every(existsSync)).toBe(true)
  expect(await sweep(store)).toEqual([])
})
