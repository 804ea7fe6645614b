import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { withoutKeys } from '../../main/jobs/workspace/diagnostics.ts'
import { engineInTest } from './engineInTest.ts'

test('folders are told with their sizes, also those that are not there', async () => {
  const { api, workspace, importSet } = await engineInTest()
  await importSet()
  const folders = new Map((await api.workspace.folders()).map((folder) => [folder.id, folder]))
  expect([...folders.keys()]).toEqual(['database', 'artefacts', 'cache', 'logs', 'backups', 'samples', 'uploads', 'work', 'runtime'])
  expect(folders.get('artefacts')).toMatchObject({ path: path.join(workspace, 'artefacts'), files: 4 })
  expect(folders.get('artefacts')!.bytes).toBeGreaterThan(60 * 64)
  expect(folders.get('samples')).toMatchObject({ files: 0, bytes: 0 })
})

test('emptying the cache frees what lies in it, and nothing else', async () => {
  const { api, workspace } = await engineInTest()
  const folder = path.join(workspace, 'cache', 'thumbnails', 'ab')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'abc-64.webp'), 'x'.repeat(1000))
  expect(await api.workspace.emptyCache()).toEqual({ freedBytes: 1000 })
  expect((await api.workspace.folders()).find(({ id }) => id === 'cache')).toMatchObject({ files: 0, bytes: 0 })
  expect(readFileSync(path.join(workspace, 'lacuna.db')).length).toBeGreaterThan(0)
})

test('diagnostics name versions, device, paths and counts, and the end of the log without keys', async () => {
  const { api, workspace } = await engineInTest()
  await api.projects.create({ name: 'p' })
  mkdirSync(path.join(workspace, 'logs'), { recursive: true })
  writeFileSync(path.join(workspace, 'logs', 'engine.log'), '{"msg":"first"}\n'.repeat(60) + '{"msg":"went to http://127.0.0.1:1/?token=abc123 so"}\n')
  const { text } = await api.workspace.diagnostics()
  expect(text).toMatch(/^Lacuna: \d+\.\d+\.\d+, contract \d+\nNode: 24\.[^]*Device: processor [^]*Rows of projects: 1\n/)
  expect(text).toContain(`Workspace: ${workspace}`)
  expect(text.match(/first/g)).toHaveLength(39)
  expect(text).toContain('?token=(removed) so')
  expect(text).not.toContain('abc123')
})

test('keys are struck out in whatever form they come', () => {
  const forms = ['?token=k3y&a=b', 'Cookie: lacuna-4711=k3y; x', '"token":"k3y"', 'Authorization: Bearer k3y', 'https://me:k3y@host/x']
  expect(forms.map(withoutKeys).join('\n')).not.toContain('k3y')
  expect(withoutKeys('?token=k3y&a=b')).toBe('?token=(removed)&a=b')
})
