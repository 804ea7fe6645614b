import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { ReportOptions } from '../../main/contract/reports.ts'
import { noFindings } from '../../main/reports/findings.ts'
import { writeReport } from '../../main/reports/writeReport.ts'
import type { ReportJob } from '../../main/workers/messages.ts'
import { madeInput } from './madeReport.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'lacuna-report-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const input = madeInput({ images: 60, dimension: 2, file: (i) => `${i}.png` })
const tables = ['metrics.csv', 'threshold.csv', 'classes.csv', 'members.csv', 'splits.csv']
const quiet = new AbortController().signal

/** Originals of which one is missing, and the files of a job. */
async function jobIn(directory: string): Promise<ReportJob> {
  const source = path.join(folder, 'originals')
  const file = (name: string) => path.join(folder, name)
  await Promise.all([mkdir(source, { recursive: true }), mkdir(directory, { recursive: true })])
  const grey = await sharp({ create: { width: 9, height: 7, channels: 3, background: '#888' } })
    .png()
    .toBuffer()
  await Promise.all(input.paths.slice(1).map((name) => writeFile(path.join(source, name), grey)))
  const row = (name: string, position: number) =>
    JSON.stringify({ position, path: name, width: 9, height: 7, channels: 3, format: 'png' })
  await writeFile(file('images.ndjson'), `${input.paths.map(row).join('\n')}\n`)
  const vectors = {
    scores: input.scores,
    nearest: input.nearest,
    labels: input.labels,
    splits: input.splits,
    latents: input.latents!,
  }
  for (const [name, values] of Object.entries(vectors)) await writeFile(file(name), values)
  const snapshot = { file: file('none'), images: 60, height: 7, width: 9, channels: 3, sha256: '' }
  const { known, heldOut, classNames, threshold, detector, metrics, dimension, priorMeans, summary } = input
  return {
    kind: 'report',
    directory,
    source,
    sourceKind: 'folder',
    rows: file('images.ndjson'),
    classNames,
    options: ReportOptions.parse({}),
    findings: noFindings,
    threshold,
    images: { snapshot, labels: file('labels'), splits: file('splits'), known, heldOut },
    scores: file('scores'),
    nearest: file('nearest'),
    latents: file('latents'),
    detector,
    metrics,
    verdicts: [[7, 'anomaly']],
    dimension,
    priorMeans,
    summary,
  }
}

describe('a report', () => {
  const directory = path.join(folder, 'out')

  test('is a page, a summary, the ranking and tables, and leaves other files and no drafts beside them', async () => {
    const job = await jobIn(directory)
    await writeFile(path.join(directory, 'notes.txt'), 'mine')
    await writeFile(path.join(directory, 'ranking.csv'), 'old')
    const phases = new Set<string>()
    const { files, notes } = await writeReport(job, ({ phase }) => phases.add(phase), quiet)
    expect(files.map((file) => path.relative(directory, file))).toEqual([
      'ranking.csv',
      ...tables.map((name) => path.join('tables', name)),
      'summary.json',
      'index.html',
    ])
    expect(notes).toEqual([])
    expect((await readdir(path.join(directory, 'tables'))).sort()).toEqual(tables.toSorted())
    expect((await readdir(directory)).sort()).toEqual([
      'index.html',
      'notes.txt',
      'ranking.csv',
      'summary.json',
      'tables',
    ])
    expect([...phases]).toEqual(['ranking', 'thumbnails', 'page'])
  })

  test('ranks all images in the CSV, the highest score first', async () => {
    const rows = parse<Record<string, string>>(await readFile(path.join(directory, 'ranking.csv')), {
      columns: true,
    })
    expect(rows).toHaveLength(60)
    expect(rows.map(({ rank }) => Number(rank))).toEqual(rows.map((_, i) => i + 1))
    const scores = rows.map(({ score }) => Number(score))
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  test('has the AUROC at the top of its summary, beside everything the engine said', async () => {
    const summary = JSON.parse(await readFile(path.join(directory, 'summary.json'), 'utf8'))
    expect(Object.keys(summary)[0]).toBe('auroc')
    expect(summary).toMatchObject({
      auroc: input.metrics!.auroc,
      version: '0.1.0',
      ensemble: { settings: { seed: 1 } },
      counts: { images: 60 },
      runtime: { tensorflow: '2.21.0' },
    })
  })

  test('shows the originals as data, and says where one cannot be read any more', async () => {
    const page = await readFile(path.join(directory, 'index.html'), 'utf8')
    expect(page.match(/src="data:image\/webp;base64,/g)).toHaveLength(59)
    expect(page.match(/title="There is no such file\."/g)).toHaveLength(1)
  })
})

test('a report whose originals are all gone is written all the same', async () => {
  const job = await jobIn(path.join(folder, 'gone'))
  const { files } = await writeReport(
    { ...job, source: path.join(folder, 'nowhere') },
    () => undefined,
    quiet,
  )
  expect((await readFile(files.at(-1)!, 'utf8')).match(/original<br>not readable/g)).toHaveLength(60)
})

test('a cancelled report leaves the one before as it was', async () => {
  const directory = path.join(folder, 'cancelled')
  const job = await jobIn(directory)
  await writeFile(path.join(directory, 'index.html'), 'before')
  const stop = new AbortController()
  const ended = writeReport(job, ({ phase }) => phase === 'thumbnails' && stop.abort(), stop.signal)
  await expect(ended).rejects.toThrow(/abort/i)
  expect(await readdir(directory)).toEqual(['index.html'])
  expect(await readFile(path.join(directory, 'index.html'), 'utf8')).toBe('before')
})

test('files that speak of different images are refused with the name of the file', async () => {
  const job = await jobIn(path.join(folder, 'short'))
  await writeFile(job.scores, new Float32Array(59))
  await expect(writeReport(job, () => undefined, quiet)).rejects.toThrow(
    /scores holds 236 bytes where 240 belong/,
  )
})
