import { expect, test } from 'vitest'
import { engineInTest } from './engineInTest.ts'

async function imported() {
  const { api, importSet } = await engineInTest()
  const { id: imageSetId } = await importSet()
  return { verdicts: api.verdicts, verdictFiles: api.verdictFiles, imageSetId }
}

test.each(['csv', 'json'] as const)('verdicts read as %s are the same when they are imported, and unchanged a second time', async (format) => {
  const { verdicts, verdictFiles, imageSetId } = await imported()
  await verdicts.put({ imageSetId, positions: [3], verdict: 'mislabelled', class: 'b', note: 'a, "b"', tags: ['x'] })
  await verdicts.put({ imageSetId, positions: [5], verdict: 'normal' })
  const { text, verdicts: written } = await verdictFiles.read({ imageSetId, format })
  expect(written).toBe(2)
  const file = { imageSetId, format, name: `judged.${format}`, text }
  expect(await verdictFiles.import(file)).toEqual({ imported: 0, unchanged: 2, unknown: [] })
  await verdicts.withdraw({ imageSetId, positions: [3, 5] })
  expect(await verdictFiles.import(file)).toEqual({ imported: 2, unchanged: 0, unknown: [] })
  expect(await verdicts.list({ imageSetId })).toMatchObject([
    { position: 3, verdict: 'mislabelled', class: 'b', note: 'a, "b"', tags: ['x'] }, { position: 5, verdict: 'normal' },
  ])
})

test('images that the set does not have are named, and a row that cannot be meant keeps all out', async () => {
  const { verdicts, verdictFiles, imageSetId } = await imported()
  const csv = (text: string) => verdictFiles.import({ imageSetId, format: 'csv', name: 'mine.csv', text })
  await expect(csv('path,verdict\na/1.png,normal\na/2.png,strange\n')).rejects.toMatchObject({
    data: { code: 'BAD_INPUT', message: expect.stringMatching(/^Line 3 of mine\.csv: verdict does not fit/) },
  })
  expect(await verdicts.list({ imageSetId })).toEqual([])
  expect(await csv('path,verdict\na/1.png,normal\nz/9.png,normal\n')).toEqual({ imported: 1, unchanged: 0, unknown: ['z/9.png'] })
})
