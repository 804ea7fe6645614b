import { link, mkdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { lacuna, spawnLacuna, temporaryFolder } from './lacunaProcess.ts'

const folder = temporaryFolder()
const images = 4000

/** Enough files to be busy with for some seconds: one image under many names. */
beforeAll(async () => {
  const first = path.join(folder, 'first.png')
  await sharp({ create: { width: 64, height: 64, channels: 3, background: '#123' } })
    .png()
    .toFile(first)
  for (const name of ['a', 'b']) {
    await mkdir(path.join(folder, 'many', name), { recursive: true })
    const to = (i: number) => path.join(folder, 'many', name, `${i}.png`)
    await Promise.all(Array.from({ length: images / 2 }, (_, i) => link(first, to(i))))
  }
})

test.skipIf(process.platform === 'win32')('Ctrl+C cancels the job, tells so, and ends with 130', async () => {
  const { child, ended } = spawnLacuna(folder, ['import', 'many', '--json'])
  child.stderr.on('data', (text: string) => text.includes('Import of many') && child.kill('SIGINT'))
  const { code, stdout, stderr } = await ended
  expect(stderr).toContain('Cancelling; press Ctrl+C again to leave at once.')
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CANCELLED' } })
  expect(code).toBe(130)
  const jobs = JSON.parse((await lacuna(folder, ['list', 'jobs', '--json'])).stdout)
  expect(jobs).toMatchObject([{ kind: 'import', state: 'cancelled' }])
  expect(JSON.parse((await lacuna(folder, ['list', 'sets', '--json'])).stdout)).toEqual([])
})

test('a reader that stops early (| head) is no failure', async () => {
  const { child, ended } = spawnLacuna(folder, ['run', '--help'])
  child.stdout.destroy()
  expect(await ended).toMatchObject({ code: 0, stderr: '' })
})
