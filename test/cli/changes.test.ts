import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeBarFolder } from './barFolder.ts'
import { lacuna, temporaryFolder } from './lacunaProcess.ts'

test('changes of a folder are listed a line each, as JSON, and its absence says what to do', async () => {
  const folder = temporaryFolder()
  const images = await makeBarFolder(path.join(folder, 'bars'), 4)
  expect((await lacuna(folder, ['import', 'bars'])).code).toBe(0)
  const none = await lacuna(folder, ['changes', 'bars', '--thorough'])
  expect([none.code, none.stdout]).toEqual([0, ''])
  expect(none.stderr).toContain('Nothing has changed: 16 images are there.')
  rmSync(path.join(images, 'north', '0.png'))
  writeFileSync(path.join(images, 'south', 'new.png'), 'new')
  expect((await lacuna(folder, ['changes', 'bars'])).stdout).toBe('added\tsouth/new.png\nremoved\tnorth/0.png\n')
  const { stdout } = await lacuna(folder, ['changes', 'bars', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({ added: { total: 1, paths: ['south/new.png'] }, removed: { total: 1 }, present: 15 })
  renameSync(images, `${images}-moved`)
  const gone = await lacuna(folder, ['changes', 'bars'])
  expect(gone.code).not.toBe(0)
  expect(gone.stderr).toContain('lacuna relocate')
})
