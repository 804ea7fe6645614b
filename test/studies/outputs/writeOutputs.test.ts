import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { stream } from '../../../main/models/random.ts'
import { writeStudyOutputs } from '../../../main/studies/outputs/writeOutputs.ts'
import { type At, digits, madeCells, madeSpec } from '../madeStudy.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'lacuna-study-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const evil = '<script>alert(1)</script>'
const spec = madeSpec({
  question: 'Is ours better?\n', sets: [{ name: 'mnist' }, { name: 'fashion' }], seeds: [1, 2],
  primary: { method: 'ours/centre', rivals: ['cnn/max-softmax'] }, protocol: { kind: 'each-class' },
  vary: [{ arms: ['ours'], setting: 'latent', values: [2, 4] }],
})
const classes = [...digits.slice(0, 9), evil]
const auroc = ({ case: held }: At, detector: string) => (detector === 'centre' ? 0.9 : 0.8) + held.length / 1000
const sizes = [1, 5].map((size) => ({ detector: 'centre', size, draws: 4, auroc: 0.8 + size / 100, deviation: 0.01 }))
const cells = madeCells(spec, auroc, classes)
  .filter(({ arm, case: held }) => arm !== 'cnn' || held !== '3')
  .map((cell) => ({ ...cell, sizes }))
const names = [
  'matrix-mnist.csv', 'matrix-mnist.tex', 'matrix-fashion.csv', 'matrix-fashion.tex', 'comparisons.csv',
  'comparisons.tex', 'ablation.csv', 'ablation-latent.tex', 'sizes.csv', 'sizes.tex', 'overhead.csv', 'overhead.tex',
  'study.json', 'study.html', 'README.md',
]

async function write(to: string, given = cells): Promise<Record<string, string>> {
  const files = await writeStudyOutputs(spec, given, path.join(folder, to))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return Object.fromEntries(files.map((file, i) => [path.basename(file), texts[i]]))
}

const written = await write('once')

describe('the files of a study', () => {
  test('are all there, and nothing beside them', async () => {
    expect(Object.keys(written)).toEqual(names)
    expect((await readdir(path.join(folder, 'once'))).toSorted()).toEqual(names.toSorted())
  })

  test('are the same bytes whatever order the cells come in', async () => {
    const again = await write('again', stream('order').shuffle([...cells]))
    for (const name of names) expect(again[name] === written[name], name).toBe(true)
  })

  test('replace those of an earlier run', async () => {
    await mkdir(path.join(folder, 'old'))
    await writeFile(path.join(folder, 'old', 'README.md'), 'old')
    expect((await write('old'))['README.md']).toBe(written['README.md'])
  })

  test('leave no draft behind where one cannot be put in its place', async () => {
    await mkdir(path.join(folder, 'blocked', 'study.html', 'full'), { recursive: true })
    await expect(write('blocked')).rejects.toThrow()
    expect((await readdir(path.join(folder, 'blocked'))).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('study.json', () => {
  const json = JSON.parse(written['study.json'])

  test('holds the study, its cells, every table, seeds and versions', () => {
    expect(json.spec).toEqual(JSON.parse(JSON.stringify(spec)))
    expect(json.cells).toHaveLength(cells.length)
    expect(json.matrices[0].lines[0].mean).toBeCloseTo(0.9 + (9 + evil.length) / 10_000, 12)
    expect(json.provenance).toMatchObject({ versions: ['0.1.0'], resamples: 10_000 })
    expect(json.completeness.missing).toHaveLength(4)
  })

  test('says of the primary comparison what its sentence says', () => {
    const [{ verdict, difference, cells: shared }] = json.comparisons.primary
    expect([verdict, shared, difference.estimate.toFixed(3)]).toEqual(['better', 36, '0.100'])
    expect(json.claims[0]).toMatch(/^ours\/centre is better than cnn\/max-softmax by 0\.100 .* On the 36 of 40 cells/)
  })
})

describe('the tables as CSV', () => {
  const json = JSON.parse(written['study.json'])
  const rowsOf = (name: string) => parse<Record<string, string>>(written[name], { columns: true })

  test('have the comparisons with every digit, and a p for the primary ones alone', () => {
    const rows = rowsOf('comparisons.csv')
    const [{ difference, p, adjusted }] = json.comparisons.primary
    expect(rows).toHaveLength(json.comparisons.primary.length + json.comparisons.exploratory.length)
    expect(rows[0]).toMatchObject({
      kind: 'primary', sets: 'mnist+fashion', difference: String(difference.estimate), p: String(p),
      'p after Holm': String(adjusted), cells: '36', 'expected cells': '40',
    })
    expect(rows.slice(1).every((row) => row.kind === 'exploratory' && row.p === '')).toBe(true)
  })

  test('have a line for each point of a curve and each arm', () => {
    const [curve] = json.ablation
    const [point] = rowsOf('ablation.csv')
    expect(point).toMatchObject({ setting: 'latent', value: '2', own: 'false', mean: String(curve.points[0].mean) })
    expect(rowsOf('sizes.csv').map(({ members }) => members)).toEqual(['1', '5', '1', '5'])
    const [cost] = rowsOf('overhead.csv')
    expect(cost).toMatchObject({ arm: 'ours', 'training seconds': '100', parameters: '134165', memory: '400' })
  })
})

describe('the page', () => {
  const page = written['study.html']

  test('needs nothing from outside and runs nothing', () => {
    const text = page.replaceAll('http://www.w3.org/', '')
    expect(text).not.toMatch(/https?:|<script|<link|<iframe|@import|url\((?!#)|\son\w+=/i)
    expect(page.includes("content=\"default-src 'none';")).toBe(true)
  })

  test('has one main heading, and each id once', () => {
    expect(page.match(/<h1/g)).toHaveLength(1)
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const named = [...page.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, texts]) => texts.split(' '))
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('names what is missing, and draws the curves', () => {
    expect(page.includes('href="#missing"') && page.includes('id="missing"')).toBe(true)
    expect(page.match(/<svg class="chart"/g)!.length).toBe(4)
    expect(page.includes('NaN')).toBe(false)
  })
})

describe('README.md', () => {
  const readme = written['README.md']

  test('has the question, the sentence and the tables', () => {
    expect(readme.startsWith('# made\n\nIs ours better?\n\n')).toBe(true)
    for (const heading of [
      'What the study was for', 'Held out in mnist', 'All sets together', 'Regret', 'By latent dimension',
      'How many members', 'What it costs', 'Exploratory', 'Cells that are missing', 'Where the figures come from',
    ]) {
      expect(readme.includes(`\n## ${heading}\n`), heading).toBe(true)
    }
    expect(readme.includes('| mnist | cnn | not run | – | seed 1: 3; seed 2: 3 |')).toBe(true)
  })

  test('lets no class name be taken for markup', () => {
    expect(readme).not.toMatch(/(?<!\\)<script/)
    expect(readme.includes('\\<script>')).toBe(true)
  })
})

test('a study of which nothing has run has its files too', async () => {
  const texts = await write('nothing', [])
  expect(Object.keys(texts)).toEqual(names.filter((name) => !name.startsWith('sizes')))
  expect(texts['study.html'].includes('NaN')).toBe(false)
})
