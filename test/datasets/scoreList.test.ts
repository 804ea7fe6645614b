import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readScoreList } from '../../main/datasets/scoreList.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

function listOf(text: string): Promise<Map<string, number>> {
  const file = path.join(temporaryFolder(), 'scores.csv')
  writeFileSync(file, text)
  return readScoreList(file)
}

test.each([
  ['commas', 'path,score\na/1.png,0.5\nb/2.png,-3e-2\n'],
  ['semicolons, a byte order mark and other columns', '\uFEFFrank;Score;File;label\r\n1;0.5;a/1.png;x\r\n2;-0.03;b/2.png;y\r\n'],
  ['tabs, backslashes and a leading dot', 'filename\tanomaly_score\n./a/1.png\t0.5\nb\\2.png\t-0.03\n'],
])('scores are read from a list with %s', async (_, text) => {
  expect(await listOf(text)).toEqual(new Map([['a/1.png', 0.5], ['b/2.png', Math.fround(-0.03)]]))
})

test('a path may hold what separates cells in other lists', async () => {
  expect(await listOf('path,score\na;b/1\t.png,1\n')).toEqual(new Map([['a;b/1\t.png', 1]]))
})

test('a score is the 32-bit float that is nearest to what was written', async () => {
  await fc.assert(fc.asyncProperty(fc.float({ noNaN: true, noDefaultInfinity: true }), async (score) => {
    expect((await listOf(`path,score\nx.png,${score}\n`)).get('x.png')).toBe(score === 0 ? 0 : score)
  }), { seed: 5, numRuns: 30 })
})

test.each([
  ['', 'The file of scores is empty.'],
  ['a/1.png,0.5\n', 'The first row of the scores is "a/1.png, 0.5".'],
  ['path,score\na/1.png,0.5\nb/2.png,high\n', 'Line 3 of the scores gives "b/2.png" the score "high".'],
  ['path,score\na/1.png,\n', 'Line 2 of the scores gives "a/1.png" the score "".'],
  ['path,score\na/1.png,1e39\n', 'Line 2 of the scores gives "a/1.png" the score "1e39".'],
  ['path,score\na/1.png,NaN\n', 'Line 2 of the scores gives "a/1.png" the score "NaN".'],
  ['path,score\na.png,1\n./a.png,2\n', 'Line 3 of the scores names "a.png" a second time.'],
])('a list that cannot be meant is refused with its line: %j', async (text, message) => {
  await expect(listOf(text)).rejects.toMatchObject({ code: 'SCORES', message, hint: expect.stringContaining('path and score') })
})

test('a row with too few cells, and a file that is not there, are told in a sentence', async () => {
  await expect(listOf('path,score\na.png\n')).rejects.toThrow(/^Line 2 of the scores is not well formed/)
  await expect(readScoreList('/no/such/file.csv')).rejects.toThrow(/cannot be read: ENOENT/)
})
