import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Verified } from '../../main/contract/bundles.ts'
import { makeBarFolder } from './barFolder.ts'
import { entriesOf, refusal, withOtherByte, withOtherScores } from './bundleFile.ts'
import { lacuna, temporaryFolder } from './lacunaProcess.ts'

const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()]
const quick = ['--members', '2', '--latent', '3', '--dense', '16', '--epochs', '1', '--least-steps', '80', '--batch', '16']
const [bundle, bare] = ['bars.lacuna', 'bare.lacuna'].map((name) => path.join(folder, name))
const originals = path.join(folder, 'bars')

const json = async <T>(where: string, ...args: string[]) => {
  const { code, stdout } = await lacuna(where, [...args, '--json'])
  return { code, said: JSON.parse(stdout) as T & { error?: { message: string; hint: string } } }
}
const verify = (file: string, ...more: string[]) => json<Verified>(elsewhere, 'verify', file, ...more)
const ranking = async (where: string) => (await json<{ position: number; score: number }[]>(where, 'show', 'score', '1')).said

beforeAll(async () => {
  await makeBarFolder(originals, 50)
  await lacuna(folder, ['run', 'bars', '--hold-out', 'diagonal', ...quick, '--detector', 'divergence', '--detector', 'pca-per-class', '--out', 'results'])
  await lacuna(folder, ['bundle', '1', '--all-scores', '--out', bundle])
  await lacuna(folder, ['bundle', '1', '--no-pixels', '--out', bare])
  // Elsewhere there is nothing of it but the file.
  cpSync(bundle, path.join(elsewhere, 'moved.lacuna'))
}, 240_000)

describe('a bundle of a truly trained ensemble', () => {
  it('is verified where there is no workspace: every score comes again to the last bit', async () => {
    const { code, said } = await verify('moved.lacuna')
    expect([code, said.verdict, said.sameMachine, said.originals]).toEqual([0, 'identical', true, null])
    expect(said.scores.map(({ detector, replay, images, largest, unequal }) => [detector, replay, images, largest, unequal]))
      .toEqual([['divergence', 'identical', 200, 0, 0], ['pca-per-class', 'identical', 200, 0, 0]])
    expect(said.scores.every(({ auroc }) => auroc.recorded !== null && auroc.recorded === auroc.replayed)).toBe(true)
    expect(existsSync(path.join(elsewhere, 'home'))).toBe(false)
    expect(readdirSync(os.tmpdir()).filter((name) => name.startsWith('lacuna-verify-'))).toEqual([])
  }, 120_000)

  it('is verified from the images themselves, and without pixels from them alone', async () => {
    for (const file of [bundle, bare]) {
      const { code, said } = await verify(file, '--images', originals)
      expect([code, said.verdict]).toEqual([0, 'identical'])
      expect(said.originals).toEqual([{ imageSet: 'bars', images: 200, missing: 0, different: 0, example: null, pixels: 'identical' }])
    }
    expect(await verify(bare)).toMatchObject({ code: 4, said: { error: { message: expect.stringContaining('made without pixels') } } })
    expect(readFileSync(bare).length).toBeLessThan(readFileSync(bundle).length)
  }, 240_000)

  it('says which image is another, and which is gone, and ends with 1', async () => {
    const other = path.join(elsewhere, 'other')
    cpSync(originals, other, { recursive: true })
    copyFileSync(path.join(other, 'north', '1.png'), path.join(other, 'middle', '3.png'))
    rmSync(path.join(other, 'south', '7.png'))
    const { code, said } = await verify(bundle, '--images', other)
    expect([code, said.verdict]).toEqual([1, 'differs'])
    expect(said.originals).toMatchObject([{ missing: 1, different: 1, example: 'middle/3.png', pixels: null }])
    expect(said.scores.map(({ replay }) => replay)).toEqual(['identical', 'identical'])
    const without = await verify(bare, '--images', other)
    expect(without).toMatchObject({ code: 1, said: { scores: [{ replay: 'not replayed', reason: expect.stringContaining('could not be made') }] } })
  }, 240_000)

  it('whose recorded scores were raised is found out, with the largest difference and what is flagged otherwise', async () => {
    const { code, said } = await verify(await withOtherScores(bundle, 0.5))
    expect([code, said.verdict]).toEqual([1, 'differs'])
    expect(said.scores[0]).toMatchObject({ detector: 'divergence', replay: 'different', unequal: 200 })
    expect(said.scores[0].largest).toBeCloseTo(0.5, 4)
    expect(said.scores[0].reflagged).toBeGreaterThan(0)
    expect(said.scores[1]).toMatchObject({ replay: 'identical' })
  }, 120_000)
})

describe('a bundle that was changed by one byte', () => {
  it('is refused with the name of the entry, whichever it is', async () => {
    const entries = await entriesOf(bundle)
    const kinds = entries.map(({ name }) => name.replace(/^artefacts\/.*\./, 'artefacts/*.'))
    expect(new Set(kinds)).toEqual(new Set([
      'README.md', 'configuration.json', 'manifest.json', ...kinds.filter((kind) => kind.startsWith('rows/')),
      'artefacts/*.u8', 'artefacts/*.f32', 'artefacts/*.json', 'artefacts/*.ndjson', 'artefacts/*.i32', 'artefacts/*.i16',
      'artefacts/*.bin',
    ]))
    expect(await refusal(bundle)).toBeNull()
    for (const { name, begin, bytes } of entries) {
      const said = await refusal(withOtherByte(bundle, begin + Math.floor(bytes / 2)))
      expect(said, name).toContain(`"${name}"`)
    }
  }, 60_000)

  it('ends verify with 4 and open with 1, and leaves no project', async () => {
    const { name, begin, bytes } = (await entriesOf(bundle)).find((entry) => entry.name.endsWith('.json') && entry.name.startsWith('artefacts/'))!
    const damaged = withOtherByte(bundle, begin + Math.floor(bytes / 2))
    expect(await verify(damaged)).toMatchObject({ code: 4, said: { error: { message: expect.stringContaining(`"${name}"`) } } })
    expect(await json(elsewhere, 'open', damaged)).toMatchObject({ code: 1, said: { error: { message: expect.stringContaining(`"${name}"`) } } })
    expect((await json<unknown[]>(elsewhere, 'list', 'projects')).said).toEqual([])
    writeFileSync(path.join(elsewhere, 'none.lacuna'), 'no zip')
    expect((await verify('none.lacuna')).code).toBe(4)
    expect((await verify('nowhere.lacuna')).code).toBe(2)
  }, 120_000)
})

describe('a bundle that is opened', () => {
  it('is a project with the same scores, once however often it is opened, and scores the same again', async () => {
    const there = path.join(elsewhere, 'workspace')
    mkdirSync(there)
    const first = await json<{ id: number; name: string; again: boolean }>(there, 'open', bundle)
    expect(first).toMatchObject({ code: 0, said: { name: 'bars', again: false } })
    expect((await json<object>(there, 'open', bundle)).said).toEqual({ ...first.said, again: true })
    expect(await ranking(there)).toMatchObject(withoutIds(await ranking(folder)))
    // The same detector is found as it was; one that was not in the bundle is computed from what came with it.
    const args = ['score', '--ensemble', '1', '--detector', 'centre', '--out', 'scored']
    await lacuna(folder, args)
    expect((await lacuna(there, args)).code).toBe(0)
    const csv = (where: string) => readFileSync(path.join(where, 'scored', 'ranking.csv'), 'utf8')
    expect(csv(there)).toBe(csv(folder))
  }, 240_000)

  it('is opened without pixels from the images, and from no others', async () => {
    const there = path.join(elsewhere, 'bare')
    mkdirSync(there)
    expect(await json(there, 'open', bare)).toMatchObject({ code: 1, said: { error: { hint: expect.stringContaining('--images') } } })
    const wrong = path.join(elsewhere, 'wrong')
    await makeBarFolder(wrong, 1)
    expect(await json(there, 'open', bare, '--images', wrong)).toMatchObject({ code: 1, said: { error: { message: expect.stringContaining('196 are missing') } } })
    expect(await json(there, 'open', bare, '--images', originals)).toMatchObject({ code: 0, said: { name: 'bars' } })
    expect(await json(there, 'bundle', '1', '--out', 'again.lacuna')).toMatchObject({ code: 0 })
    expect(await verify(path.join(there, 'again.lacuna'))).toMatchObject({ code: 0, said: { verdict: 'identical' } })
  }, 240_000)
})

function withoutIds(value: object): object {
  const numbers = new Set(['id', 'ensembleId', 'imageSetId', 'projectId', 'created'])
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) => (numbers.has(key) ? undefined : inner)) as object
}
