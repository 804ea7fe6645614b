import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { expect, test } from 'vitest'
import { routes } from '../../../main/contract/routes.ts'
import { mostBytes } from '../../../main/engine/uploads/uploadPlace.ts'
import { browserInTest } from '../host/browserHostInTest.ts'
import { engineInTest, threeClasses } from '../engineInTest.ts'

/** What the worker that stands in for the import reads as a set. */
const content = JSON.stringify(threeClasses)

const said = async (answer: Response) => (await answer.json()) as { path: string; message: string }

async function engineWithUploads() {
  const made = await engineInTest()
  const uploads = path.join(made.workspace, 'uploads')
  const send = (name: string, body: string | ReadableStream, bytes = Buffer.byteLength(String(body))) => made.engine.fetch(
    new Request(`http://lacuna${routes.upload(name, bytes)}`, { method: 'POST', body, duplex: 'half' } as RequestInit))
  const may = (name: string, bytes: number) => made.engine.fetch(new Request(`http://lacuna${routes.upload(name, bytes)}`))
  const kept = () => (existsSync(uploads) ? readdirSync(uploads) : [])
  return { ...made, send, may, kept }
}

test('what is sent lies in the workspace, whole and under its own name, and can be imported', async () => {
  const { send, may, api, ended, workspace } = await engineWithUploads()
  expect((await may('parts.zip', content.length)).status).toBe(204)
  const { path: file } = await said(await send('parts.zip', content))
  expect([path.basename(file), path.dirname(path.dirname(file))]).toEqual(['parts.zip', path.join(workspace, 'uploads')])
  expect(readFileSync(file, 'utf8')).toBe(content)
  const { id, jobId } = await api.imageSets.import({ project: 'p', source: file })
  expect(await ended(jobId)).toMatchObject({ state: 'done' })
  expect(await api.imageSets.show({ id })).toMatchObject({ source: file, images: 60 })
})

test.each([
  ['parts.png', 9, 'a .zip or .lacuna file can'], ['../parts.zip', 9, 'a .zip or .lacuna file can'], ['.zip', 9, 'a .zip or .lacuna file can'],
  ['parts.zip', 0, 'from 1 byte'], ['parts.zip', mostBytes + 1, 'from 1 byte to 20.0 GB can'],
])('a file called %s of %d bytes is refused before and while it is sent', async (name, bytes, sentence) => {
  const { send, may, kept } = await engineWithUploads()
  for (const answer of [await may(name, bytes), await send(name, 'x', bytes)]) {
    expect(answer.status).toBe(422)
    expect((await said(answer)).message).toContain(sentence)
  }
  expect(kept()).toEqual([])
})

test('a file that comes longer or shorter than it was announced is not kept', async () => {
  const { send, kept } = await engineWithUploads()
  for (const bytes of [3, 30]) {
    const answer = await send('parts.zip', 'x'.repeat(10), bytes)
    expect((await said(answer)).message).toContain('did not come whole')
  }
  expect(kept()).toEqual([])
})

test('a browser that breaks off while it sends leaves nothing', async () => {
  const { address, key, workspace } = await browserInTest()
  const uploads = path.join(workspace, 'uploads')
  const sent = request({
    host: '127.0.0.1', port: address.port, path: routes.upload('parts.zip', 1e6), method: 'POST', agent: false,
    headers: { ...key, host: `127.0.0.1:${address.port}`, 'content-length': 1e6 },
  })
  sent.on('error', () => undefined)
  sent.write('x'.repeat(1000))
  await expect.poll(() => existsSync(uploads) && readdirSync(uploads).length, { timeout: 20_000 }).toBe(1)
  sent.destroy()
  await expect.poll(() => readdirSync(uploads).length, { timeout: 20_000 }).toBe(0)
})

test('an engine keeps what a set comes from when it starts, and removes what none does', async () => {
  const { send, api, ended, engine, workspace } = await engineWithUploads()
  const others = JSON.stringify({ ...threeClasses, salt: 2 })
  const { path: imported } = await said(await send('parts.zip', content))
  const { path: removed } = await said(await send('removed.zip', others))
  const { path: other } = await said(await send('other.zip', others))
  for (const source of [imported, removed]) await ended((await api.imageSets.import({ project: 'p', name: path.basename(source), source })).jobId)
  const set = (await api.imageSets.list({})).find(({ source }) => source === removed)!
  await api.imageSets.remove({ id: set.id })
  await engine.close()
  await engineInTest({ workspace })
  expect([imported, removed, other].map((file) => existsSync(file))).toEqual([true, false, false])
})
