import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeBarFolder } from './barFolder.ts'
import { type Ended, lacuna, temporaryFolder } from './lacunaProcess.ts'

const folder = temporaryFolder()
const quick = ['--members', '2', '--latent', '3', '--dense', '16', '--epochs', '1', '--least-steps', '80', '--batch', '16']
const run = (out: string, ...more: string[]) =>
  lacuna(folder, ['run', 'bars', '--hold-out', 'diagonal', ...quick, '--detector', 'divergence', '--out', out, '--json', ...more])
const read = (...names: string[]) => readFileSync(path.join(folder, ...names), 'utf8')

let first: Ended

beforeAll(async () => {
  await makeBarFolder(path.join(folder, 'bars'), 50)
  first = await run('results')
}, 240_000)

describe('lacuna run, on real images with real training', () => {
  it('ends well, with one JSON document on standard output and plain lines of progress on the other', () => {
    expect(first.stderr).toContain('member 0')
    expect(first.code).toBe(0)
    expect(() => JSON.parse(first.stdout)).not.toThrow()
  })

  it('ranks every image once, the stranger the higher', () => {
    const rows: Record<string, string>[] = parse(read('results', 'ranking.csv'), { columns: true, bom: true })
    expect(rows).toHaveLength(200)
    expect(rows.map((row) => Number(row.rank))).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
    const scores = rows.map((row) => Number(row.score))
    expect([...scores].sort((a, b) => b - a)).toEqual(scores)
    const top = rows.slice(0, 50).filter((row) => row.label === 'diagonal').length
    expect(top).toBeGreaterThan(40)
    expect(new Set(rows.map((row) => row.path)).size).toBe(200)
  })

  it('writes down every setting, seed, version and device, and the AUROC', () => {
    const summary = JSON.parse(read('results', 'summary.json'))
    expect(summary.auroc).toBeGreaterThan(0.9)
    const text = JSON.stringify(summary)
    for (const word of ['"seed":1', '"latent":3', 'TensorFlow 2.21', '"alpha"', '"radius"', 'diagonal'])
      expect(text).toContain(word)
  })

  it('leaves a page that needs nothing from outside', () => {
    const page = read('results', 'index.html')
    expect(page).toContain('<svg')
    expect(page).toContain('data:image/')
    expect(page).not.toMatch(/(src|href)="https?:/)
  })

  it('run again trains no member again and gives the same ranking, to the byte', async () => {
    const again = await run('again')
    expect(again.code).toBe(0)
    expect(read('again', 'ranking.csv')).toBe(read('results', 'ranking.csv'))
    const ensembles = await lacuna(folder, ['list', 'ensembles', '--json'])
    const members = JSON.parse(ensembles.stdout).at(-1).members
    expect(members.every((member: { reused: boolean }) => member.reused)).toBe(true)
  }, 120_000)

  it('a new folder is scored by the old ensemble with its stored threshold', async () => {
    await makeBarFolder(path.join(folder, 'new'), 6)
    const ended = await lacuna(folder, ['score', 'new', '--ensemble', '1', '--detector', 'divergence', '--out', 'scored', '--json'])
    expect(ended.stderr).not.toContain('Error')
    expect(ended.code).toBe(0)
    const rows: Record<string, string>[] = parse(read('scored', 'ranking.csv'), { columns: true, bom: true })
    const flagged = rows.filter((row) => row.flagged === 'true').map((row) => path.dirname(row.path))
    expect(flagged.filter((name) => name === 'diagonal')).toHaveLength(6)
    expect(flagged.length).toBeLessThan(12)
  }, 120_000)

  it('takes in scores from elsewhere, which are measured as ours and listed beside them', async () => {
    const rows: Record<string, string>[] = parse(read('results', 'ranking.csv'), { columns: true })
    const opposite = rows.map((row) => `${row.path},${-Number(row.score)}\n`).join('')
    writeFileSync(path.join(folder, 'theirs.csv'), `path,score\n${opposite}`)
    const { code, stdout } = await lacuna(folder, ['scores', 'import', '1', 'theirs.csv', '--name', 'theirs', '--json'])
    expect(code).toBe(0)
    const [ours, theirs] = [JSON.parse(first.stdout).scores[0], JSON.parse(stdout)]
    expect(theirs.metrics.auroc).toBeCloseTo(1 - ours.metrics.auroc, 12)
    expect((await lacuna(folder, ['list', 'scores'])).stdout).toContain('imported:theirs')
  }, 240_000)

  it('measures with what was judged in the place of labels, beside the labels', async () => {
    const rows: Record<string, string>[] = parse(read('results', 'ranking.csv'), { columns: true })
    const judged = rows.find((row) => row.split === 'test' && row.role === 'known')!
    writeFileSync(path.join(folder, 'judged.csv'), `path,verdict\n${judged.path},anomaly\n`)
    const { imageSet, scores } = JSON.parse(first.stdout)
    await lacuna(folder, ['verdicts', 'import', String(imageSet.id), 'judged.csv'])
    const shown = JSON.parse((await lacuna(folder, ['show', 'score', String(scores[0].id), '--json'])).stdout)
    expect(shown.judged).toMatchObject({ byLabel: scores[0].metrics, verdicts: { anomaly: 1 }, replaced: 1 })
    expect(shown.judged.metrics.anomalies).toBe(scores[0].metrics.anomalies + 1)
    const text = (await lacuna(folder, ['show', 'score', String(scores[0].id), '--top', '200'])).stdout
    expect(text).toMatch(/judged tests +1 anomaly/)
    expect(text).toMatch(/^rank .*verdict/m)
  }, 240_000)

  it('compares the members as the window does', async () => {
    const compared = JSON.parse((await lacuna(folder, ['members', '1', '--detector', 'divergence', '--json'])).stdout)
    const { auroc } = JSON.parse(first.stdout).scores[0].metrics
    expect(compared.whole.auroc).toBeCloseTo(auroc, 12)
    expect(compared.alone.map(({ index }: { index: number }) => index)).toEqual([0, 1])
    const text = (await lacuna(folder, ['members', '1', '--detector', 'divergence'])).stdout
    expect(text).toContain(`AUROC of all  ${auroc.toFixed(4)}`)
    expect(text).toMatch(/^rank correlation +0 +1$/m)
  }, 240_000)

  it('tells why an image scores as it does, by its path or its position', async () => {
    const rows: Record<string, string>[] = parse(read('results', 'ranking.csv'), { columns: true })
    const [{ id }] = JSON.parse(first.stdout).scores
    const told = JSON.parse((await lacuna(folder, ['why', String(id), rows[0].path, '--json'])).stdout)
    expect(told.image.path).toBe(rows[0].path)
    expect(told.scores.find((one: { scoreId: number }) => one.scoreId === id)).toMatchObject({ rank: 1, of: 200, flagged: true })
    expect(told.explanation.members).toHaveLength(2)
    const text = (await lacuna(folder, ['why', String(id), String(told.image.position)])).stdout
    expect(text).toMatch(/^distance \(sigma\) +mean +member 0 +member 1$/m)
    expect(text).toContain(`image             ${rows[0].path}`)
    expect((await lacuna(folder, ['why', String(id), 'nowhere.png'])).stderr).toContain('No image of set 1 has the path "nowhere.png".')
  }, 240_000)

  it('tells what stands below the curves, and what a training would take', async () => {
    const [{ id }] = JSON.parse(first.stdout).scores
    const { curves } = JSON.parse((await lacuna(folder, ['show', 'score', String(id), '--json'])).stdout)
    const text = (await lacuna(folder, ['show', 'score', String(id)])).stdout
    expect(/^partial AUROC +([\d.]+) /m.exec(text)?.[1]).toBe(curves.partialAuroc.estimate.toFixed(4))
    const cost = JSON.parse((await lacuna(folder, ['train', '1', '--hold-out', 'diagonal', ...quick, '--cost', '--json'])).stdout)
    expect(cost).toMatchObject({ members: 0, reused: 2 })
    expect((await lacuna(folder, ['train', '1', ...quick, '--cost'])).stdout).toMatch(/^members +2 to train$/m)
    expect((await lacuna(folder, ['train', '--ensemble', '1', '--cost'])).code).toBe(2)
    expect((await lacuna(folder, ['list', 'folders'])).stdout).toMatch(/^database +\d+ /m)
  }, 240_000)

  it('keeps a threshold that a rule gives, and flags by it', async () => {
    const { scores: [{ id }] } = JSON.parse(first.stdout)
    const answer = async (...args: string[]) => JSON.parse((await lacuna(folder, ['thresholds', ...args, '--json'])).stdout)
    expect(await answer('try', String(id), '--rule', 'top', '--images', '3')).toMatchObject({ flagged: { count: 3 } })
    const kept = await answer('set', String(id), 'three', '--rule', 'top', '--images', '3', '--use')
    expect(kept).toMatchObject({ name: 'three', inUse: true, chosen: { kind: 'top', images: 3 } })
    const shown = JSON.parse((await lacuna(folder, ['show', 'score', String(id), '--json'])).stdout)
    expect(shown.threshold).toMatchObject({ name: 'three', value: kept.value })
    expect((await lacuna(folder, ['thresholds', 'use', String(id), '5 % false positives'])).stdout).toMatch(/5 % false positives +yes/)
    expect((await lacuna(folder, ['thresholds', 'remove', String(id), 'three'])).stdout).toBe('"three" deleted.\n')
    expect((await lacuna(folder, ['thresholds', 'try', String(id), '--rule', 'top'])).code).toBe(2)
  }, 240_000)
})
