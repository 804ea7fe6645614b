import { readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeBarFolder } from './barFolder.ts'
import { type Ended, lacuna, temporaryFolder } from './lacunaProcess.ts'

const folder = temporaryFolder()
const quick = ['--folds', '2', '--latent', '3', '--dense', '16', '--epochs', '1', '--least-steps', '150', '--batch', '16']
/** Files that lie in the folder of another class. */
const moved = ['north/n-3.png', 'north/n-11.png', 'south/n-20.png']
let first: Ended

beforeAll(async () => {
  const bars = await makeBarFolder(path.join(folder, 'bars'), 40)
  for (const [from, to] of [['south/3', moved[0]], ['middle/11', moved[1]], ['north/20', moved[2]]]) {
    renameSync(path.join(bars, `${from}.png`), path.join(bars, to))
  }
  await lacuna(folder, ['import', 'bars', '--project', 'bars'])
  first = await lacuna(folder, ['labels', 'bars', ...quick, '--out', 'results', '--json'])
}, 240_000)

describe('lacuna labels, on real images with real training', () => {
  it('trains a member a fold, and tells what it found as one JSON document', () => {
    expect(first.stderr).toContain('Trained: 2 members')
    expect(first.code).toBe(0)
    const { labels, top } = JSON.parse(first.stdout)
    expect(labels).toMatchObject({ images: 160, members: 2 })
    expect(top.length).toBe(20)
  })

  it('lists the files that lie in a wrong folder first, with the folder that they belong to', () => {
    const rows: Record<string, string>[] = parse(readFileSync(path.join(folder, 'results', 'labels.csv')), { columns: true })
    expect(rows.map(({ rank }) => Number(rank))).toEqual(Array.from({ length: 160 }, (_, i) => i + 1))
    const issues = rows.filter(({ finding }) => finding === 'label issue')
    const found = issues.filter((row) => moved.includes(row.path))
    expect(found.map((row) => [row.path, row.suggested])).toEqual(expect.arrayContaining([
      [moved[0], 'south'], [moved[1], 'middle'], [moved[2], 'north'],
    ]))
    expect(issues.length).toBeLessThan(10)
  })

  it('trains without a class cross-entropy where none is typed: its rules were chosen so', async () => {
    const { stdout } = await lacuna(folder, ['show', 'ensemble', '1', '--json'])
    expect(JSON.parse(stdout).settings.objective).toMatchObject({ kind: 'recommended', alpha: 1 / 97, classWeight: 0 })
  })

  it('judges by the same ensemble again without training it', async () => {
    const again = await lacuna(folder, ['labels', '--ensemble', '1', '--top', '3'])
    expect(again.code).toBe(0)
    expect(again.stderr).not.toContain('Trained')
    expect(again.stdout).toContain('label issues')
    expect(again.stdout.split('\n').filter((line) => line.includes('.png'))).toHaveLength(3)
  })

  it('refuses folds "none", and fewer members than folds, with a sentence', async () => {
    const none = await lacuna(folder, ['labels', 'bars', '--folds', 'none'])
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('Labels are judged with folds only.')])
    const few = await lacuna(folder, ['labels', 'bars', '--folds', '5', '--members', '3'])
    expect(few.stderr).toContain('5 folds need at least 5 members')
    expect(few.code).toBe(1)
  })
})
