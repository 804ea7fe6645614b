import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOf, formats, readVerdicts, writeVerdicts } from '../../main/cli/verdicts/verdictFile.ts'
import type { ImageVerdict, WrittenVerdict } from '../../main/contract/verdicts.ts'
import { temporaryFolder } from '../engine/temporaryFolder.ts'

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((word) => `n${word}n`)
const tag = words.map((word) => word.replace(/[;\r\n]/g, '').trim())
const verdict = fc.record({
  path: fc.oneof(words, fc.constant('=cmd|calc!A1'), fc.constant('-5.png')), note: fc.option(words), tags: fc.array(tag, { maxLength: 3 }),
  verdict: fc.constantFrom('anomaly' as const, 'normal' as const, 'mislabelled' as const, 'unsure' as const),
}).map((one): ImageVerdict => ({
  id: 1, position: 1, label: 'a', hash: 'h1', scoreId: null, judged: '2026-11-24T06:00:00.000Z',
  class: one.verdict === 'mislabelled' ? one.path : null, ...one,
}))

function file(name: string, text: string): string {
  const full = path.join(temporaryFolder(), name)
  writeFileSync(full, text)
  return full
}

test.each(formats)('what was written as %s is read again as it was', async (format) => {
  const name = path.join(temporaryFolder(), `verdicts.${format}`)
  await fc.assert(fc.asyncProperty(fc.array(verdict, { maxLength: 5 }), async (all) => {
    await writeVerdicts(name, format, all)
    const read = await readVerdicts(name, format)
    const kept = (one: WrittenVerdict) => [one.path, one.hash, one.verdict, one.class, one.note, one.tags, one.judged]
    expect(read.map(kept)).toEqual(all.map(kept))
  }), { seed: 11, numRuns: 40 })
})

test('a table by hand needs a path and a verdict; rows without a verdict are passed over', async () => {
  const csv = file('by-hand.csv', 'Path;Rank;Verdict;Tags\na/1.png;1;Anomaly;dust; \na/2.png;2;;\n')
  await expect(readVerdicts(csv, 'csv')).rejects.toThrow('is no table')
  const table = file('by-hand.csv', 'Path;Rank;Verdict;Tags\na/1.png;1;Anomaly;"dust; edge"\na/2.png;2;;\n')
  expect(await readVerdicts(table, 'csv')).toMatchObject([{ path: 'a/1.png', hash: null, verdict: 'anomaly', tags: ['dust', 'edge'], note: null }])
  const list = file('by-hand.json', '[{"hash": "h", "verdict": "mislabelled", "class": "b"}]')
  expect(await readVerdicts(list, 'json')).toMatchObject([{ path: null, hash: 'h', class: 'b', tags: [] }])
})

test.each([
  ['csv', 'path,verdict\na.png,normal\nb.png,strange\n', /^Line 3 of .*: verdict does not fit/],
  ['csv', 'verdict,note\nnormal,x\n', /^Line 2 of .*: path does not fit: it names no image/],
  ['csv', 'path,verdict,class\na.png,normal,b\n', /class does not fit: only what is mislabelled/],
  ['csv', 'path,verdict,judged\na.png,normal,yesterday\n', /judged does not fit/],
  ['csv', 'path,verdict\na.png\n', /is no table that can be read/],
  ['json', '{"verdicts": [{"path": "a.png", "verdict": "odd"}]}', /^Entry 1 of/],
  ['json', '{"images": []}', /holds no verdicts/],
  ['json', 'path,verdict', /holds no verdicts/],
] as const)('what cannot be meant is refused with its place: %s %j', async (format, text, message) => {
  await expect(readVerdicts(file(`wrong.${format}`, text), format)).rejects.toMatchObject({ code: 'USAGE', message: expect.stringMatching(message) })
})

test('the format is the one named, else that of the name', () => {
  expect([formatOf('a.CSV'), formatOf('a.json'), formatOf('a.txt', 'json')]).toEqual(['csv', 'json', 'json'])
  expect(() => formatOf('a.txt')).toThrow('does not say in which format')
})
