import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Check } from '../../main/cli/doctor/check.ts'
import { lacuna, temporaryFolder } from './lacunaProcess.ts'

const folder = temporaryFolder()

/**
 * Two classes of small images that all differ, one of them with a name
 * in another script, and a file that is none.
 */
beforeAll(async () => {
  for (const [c, name] of ['plain', '模様'].entries()) {
    await mkdir(path.join(folder, 'images', name), { recursive: true })
    for (let i = 0; i < 12; i++) {
      const pixels = Buffer.alloc(256).map((_, p) => (c * 90 + i * 13 + ((p * (i + 3) * 7) % 97)) % 256)
      await sharp(pixels, { raw: { width: 16, height: 16, channels: 1 } })
        .png()
        .toFile(path.join(folder, 'images', name, `${i}.png`))
    }
  }
  await writeFile(path.join(folder, 'images', 'plain', 'broken\u001b[31m.png'), 'no image')
})

describe('an imported folder', () => {
  test('is told of as one JSON document, with progress on standard error only', async () => {
    const { code, stdout, stderr } = await lacuna(folder, ['import', 'images', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'images',
      classes: ['plain', '模様'],
      images: 24,
      problems: 1,
    })
    expect(stderr).toContain('Import of images\n')
    expect(stderr).toContain('Imported: 24 images in 2 classes')
    expect(code).toBe(0)
  })

  test('is found unchanged the second time, by any path to it', async () => {
    const { stdout, stderr } = await lacuna(folder, ['import', './images/../images', '--json'])
    expect(stderr).toContain('Found unchanged')
    expect(JSON.parse(stdout).id).toBe(1)
  })

  test('is shown by number and by name, with columns that wide characters do not shift', async () => {
    const [byId, byName] = await Promise.all([
      lacuna(folder, ['show', 'set', '1']),
      lacuna(folder, ['show', 'set', 'IMAGES']),
    ])
    expect(byId.stdout).toBe(byName.stdout)
    const rows = byId.stdout.split('\n').filter((line) => /^(class|plain|模様)/.test(line))
    // Each wide character takes two columns on the screen.
    const ends = rows.map((row) => [...row].reduce((width, mark) => width + (mark > '\u2fff' ? 2 : 1), 0))
    expect(new Set(ends).size).toBe(1)
  })

  test('lists its problems as text without control characters, and as one JSON object a line', async () => {
    const text = await lacuna(folder, ['problems', 'images'])
    expect(text.stdout).toContain('plain/broken\\u{1b}[31m.png\t')
    const lines = (await lacuna(folder, ['problems', 'images', '--json'])).stdout.trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).path)).toEqual(['plain/broken\u001b[31m.png'])
  })

  test('is in the overview, which is one JSON document', async () => {
    const { stdout } = await lacuna(folder, ['list', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      projects: [{ name: 'images' }],
      sets: [{ id: 1 }],
      ensembles: [],
    })
  })

  test('takes in what was judged by hand, and names and leaves out what it does not have', async () => {
    const rows = 'plain/3.png,mislabelled,模様,"a, b"\n模様/4.png,Anomaly,,\ngone.png,normal,,\n'
    await writeFile(path.join(folder, 'judged.csv'), `path,verdict,class,note\n${rows}`)
    const { stdout, stderr, code } = await lacuna(folder, ['verdicts', 'import', 'images', 'judged.csv', '--json'])
    expect(JSON.parse(stdout)).toEqual({ imported: 2, unchanged: 0, unknown: ['gone.png'] })
    expect(stderr).toContain('1 image left out that the set does not have: gone.png')
    expect(code).toBe(0)
  })

  test('lists what was judged, one JSON object a line', async () => {
    const { stdout } = await lacuna(folder, ['verdicts', 'list', '1', '--json'])
    expect(stdout.trim().split('\n').map((line) => JSON.parse(line))).toMatchObject([
      { path: 'plain/3.png', label: 'plain', verdict: 'mislabelled', class: '模様', note: 'a, b' },
      { path: '模様/4.png', verdict: 'anomaly', class: null },
    ])
  })

  test('gives out what was judged, and knows it when it comes back', async () => {
    const given = await lacuna(folder, ['verdicts', 'export', 'images', 'out.json'])
    expect(given.stdout).toContain('2 verdicts written to')
    const again = await lacuna(folder, ['verdicts', 'import', 'images', 'out.json'])
    expect(again.stdout).toBe('0 verdicts imported, 2 known already.\n')
  })

  test('takes in no verdict of a file in which one cannot be meant', async () => {
    await writeFile(path.join(folder, 'odd.csv'), 'path,verdict\nplain/1.png,normal\nplain/2.png,odd\n')
    const { code, stderr } = await lacuna(folder, ['verdicts', 'import', 'images', 'odd.csv'])
    expect(stderr).toMatch(/^lacuna: Line 3 of .*odd\.csv: verdict does not fit/)
    expect(code).toBe(2)
    expect((await lacuna(folder, ['verdicts', 'list', 'images'])).stdout).not.toContain('plain/1.png')
  })

  test('cannot be trained on without a class that it does not have: it is told which it has', async () => {
    const { code, stderr } = await lacuna(folder, ['train', 'images', '--hold-out', 'plane'])
    expect(stderr).toMatch(/no class "plane"[^]*plain and 模様/)
    expect(code).toBe(2)
  })

  test('is packed into a backup, which never takes the place of a file', async () => {
    const packed = await lacuna(folder, ['backup', 'images', 'images.zip', '--json'])
    expect(JSON.parse(packed.stdout)).toEqual({ file: path.join(folder, 'images.zip'), bytes: expect.any(Number) })
    const again = await lacuna(folder, ['backup', 'images', 'images.zip'])
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('images.zip is there already')])
  })

  test('is restored from its backup as another project', async () => {
    const { stdout } = await lacuna(folder, ['restore', 'images.zip', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ name: 'images 2', imageSets: 1 })
  })

  test('is removed only with --yes where nobody can be asked; the originals stay', async () => {
    const refused = await lacuna(folder, ['remove', 'project', 'images'])
    expect([refused.code, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain('Add --yes')
    const removed = await lacuna(folder, ['remove', 'project', 'images', '--yes', '--json'])
    expect(JSON.parse(removed.stdout)).toMatchObject({ removed: { kind: 'project' } })
    expect(await readdir(path.join(folder, 'images', 'plain'))).toHaveLength(13)
  })
})

test('an unknown detector is told before anything is imported, with those there are', async () => {
  const { code, stdout, stderr } = await lacuna(folder, [
    'run',
    'images',
    '--out',
    'out',
    '--detector',
    'centr',
    '--json',
  ])
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'USAGE' } })
  expect(stderr).toMatch(/no detector "centr"[^]*centre/)
  expect(code).toBe(2)
})

test('what is not there is a sentence and exit code 1, and a stack only with LACUNA_DEBUG=1', async () => {
  const { code, stderr } = await lacuna(folder, ['show', 'job', '99'])
  expect([code, stderr]).toEqual([1, 'lacuna: There is no job 99.\n'])
  expect((await lacuna(folder, ['show', 'job', '99'], { LACUNA_DEBUG: '1' })).stderr).toMatch(/\n\s+at /)
})

test('the detectors are one JSON array', async () => {
  const { stdout, stderr } = await lacuna(folder, ['detectors', '--json'])
  expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toContain('divergence')
  expect(stderr).toBe('')
})

test('doctor names what it looked at, and what to do where TensorFlow is missing', async () => {
  const { code, stdout } = await lacuna(folder, ['doctor', '--json'], {
    LACUNA_RUNTIME: path.join(folder, 'none'),
  })
  const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: Check[] }
  expect(checks.map(({ name }) => name)).toEqual([
    'Node',
    'machine',
    'TensorFlow',
    'workspace',
    'disk',
    'engine',
  ])
  expect(checks.filter((check) => !check.ok).map(({ name }) => name)).toEqual(['TensorFlow'])
  expect(checks[2].detail + checks[2].hint).toContain('lacuna runtime install cpu')
  expect([code, ok]).toEqual([1, false])
})
