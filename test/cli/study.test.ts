import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeBarFolder } from './barFolder.ts'
import { type Ended, lacuna, temporaryFolder } from './lacunaProcess.ts'

const folder = temporaryFolder()
const study = `
name: bars
question: Does the class-latent VAE find a kind of bars that it never saw?
sets: [{ name: bars, source: bars }]
protocol: { kind: each-class, classes: [diagonal] }
arms:
  - name: latent
    model: { latent: 3, dense: 16 }
    training: { epochs: 1, leastSteps: 60, batch: 16 }
    members: 2
    detectors: [divergence]
    sizes: [1]
  - name: plain
    model: { kind: vae, latent: 3, dense: 16 }
    training: { epochs: 1, leastSteps: 20, batch: 16 }
    members: 1
    detectors: [reconstruction]
`
let first: Ended

beforeAll(async () => {
  await makeBarFolder(path.join(folder, 'bars'), 40)
  writeFileSync(path.join(folder, 'bars.yaml'), study)
  first = await lacuna(folder, ['study', 'run', 'bars.yaml', '--results', 'results'])
}, 240_000)

describe('lacuna study, on real images with real training', () => {
  it('imports the set, tells the cost before it starts and how far it is, and prints the table alone on standard output', () => {
    expect(first.code).toBe(0)
    expect(first.stderr).toContain('Imported: 160 images in 4 classes')
    expect(first.stderr).toMatch(/2 cells, 0 of them done, 3 members to train: about .* of training on this machine/)
    expect(first.stderr).toContain('training bars without diagonal, latent, seed 1 0/2')
    const [title, head, ...lines] = first.stdout.trim().split('\n')
    expect(title).toBe('bars, AUROC')
    expect(head).toMatch(/^Method +Mean +.*Worst +diagonal$/)
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(['latent/divergence', 'plain/reconstruction'])
    expect(Number(lines[0].split(/\s+/)[1])).toBeGreaterThan(0.8)
  })

  it('leaves its results in the folder that was named', () => {
    const cells = JSON.parse(readFileSync(path.join(folder, 'results', 'cells.json'), 'utf8'))
    expect(cells).toHaveLength(2)
    expect(cells[0]).toMatchObject({ arm: 'latent', state: 'done', members: 2, threads: expect.any(Number) })
    expect(cells[0].trainingSeconds).toBeGreaterThan(0)
    expect(cells[0].memory).toBeGreaterThan(100)
    for (const table of ['matrix-bars.csv', 'matrix-bars.tex', 'study.json', 'study.html', 'README.md'])
      expect(existsSync(path.join(folder, 'results', table))).toBe(true)
    expect(cells[0].sizes).toMatchObject([{ detector: 'divergence', size: 1, draws: 2 }])
  })

  it('run again, trains nothing and gives the same table', async () => {
    const again = await lacuna(folder, ['study', 'run', 'bars.yaml', '--results', 'results'])
    expect(again).toMatchObject({ code: 0, stdout: first.stdout })
    expect(again.stderr).toContain('2 cells, 2 of them done, 0 members to train.')
  })

  it('in another workspace, takes the results of the folder for done', async () => {
    const env = { LACUNA_HOME: path.join(folder, 'other') }
    const { code, stdout } = await lacuna(folder, ['study', 'run', 'bars.yaml', '--results', 'results', '--json'], env)
    expect(code).toBe(0)
    const { job, cells } = JSON.parse(stdout)
    expect(job).toMatchObject({ done: 2, failed: 0, missing: 0 })
    expect(cells).toEqual(expect.arrayContaining(JSON.parse(readFileSync(path.join(folder, 'results', 'cells.json'), 'utf8'))))
    const { stdout: ensembles } = await lacuna(folder, ['list', 'jobs', '--json'], env)
    expect(JSON.parse(ensembles).map(({ kind }: { kind: string }) => kind)).toEqual(['import', 'study'])
  })

  it('tells what another seed would cost, by the steps measured', async () => {
    const { stdout } = await lacuna(folder, ['study', 'cost', 'bars.yaml', '--seeds', '1,2', '--json'])
    const cost = JSON.parse(stdout)
    expect(cost).toMatchObject({ cells: 4, done: 2, members: 3 })
    expect(cost.arms.map((arm: { measured: string }) => arm.measured)).toEqual(['before', 'before'])
    expect(cost.hours).toBeGreaterThan(0)
  })

  it('is listed and shown as far as it is', async () => {
    const { stdout } = await lacuna(folder, ['study', 'list', '--json'])
    expect(JSON.parse(stdout).started).toMatchObject([{ name: 'bars', cells: 2, done: 2, failed: 0 }])
    expect(JSON.parse(stdout).builtIn.map(({ name }: { name: string }) => name)).toContain('paper-mnist')
    expect((await lacuna(folder, ['study', 'show', 'bars'])).stdout).toBe(first.stdout)
  })
})

describe('lacuna study, used wrongly', () => {
  it.each([
    [['study', 'run', 'nothing'], 'There is no study "nothing".'],
    [['study', 'run', 'nothing.yaml'], 'nothing.yaml cannot be read (ENOENT).'],
    [['study', 'run', 'bars.yaml', '--quick'], '--quick is for the studies that come with Lacuna.'],
    [['study', 'run', 'bars.yaml', '--seeds', '1,x'], 'Whole numbers with commas between them are expected'],
    [['study', 'data', 'imagenet', 'x'], 'Allowed choices are mnist, fashion-mnist, cifar10.'],
  ])('%j ends with a sentence and the code for wrong usage', async (args, sentence) => {
    const { code, stderr, stdout } = await lacuna(folder, args)
    expect(stderr).toContain(sentence)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  it('a fault in a file is told with its field, and nothing is done', async () => {
    writeFileSync(path.join(folder, 'bad.yaml'), study.replace('detectors: [divergence]', 'detectors: [divergens]'))
    const { code, stderr } = await lacuna(folder, ['study', 'run', 'bad.yaml'])
    expect(code).toBe(1)
    expect(stderr).toContain('The arm "latent": there is no detector "divergens".')
  })
})
