import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RankedImage } from '../../main/contract/scores.ts'
import { rankingColumns, streamRanking } from '../../main/reports/rankingCsv.ts'

const image: RankedImage = {
  rank: 1,
  position: 4,
  path: 'Bag/4.png',
  label: 'Bag',
  split: 'test',
  role: 'held-out',
  score: 1.5,
  flagged: true,
  nearest: 'Shirt',
  verdict: null,
}

async function csvOf(images: RankedImage[]): Promise<string> {
  const to = new PassThrough()
  const [written] = await Promise.all([text(to), streamRanking(images, to)])
  return written
}

describe('ranking.csv', () => {
  test('has one header line and the columns in their order', async () => {
    expect(await csvOf([image])).toBe(
      `${rankingColumns.join(',')}\nBag/4.png,Bag,test,held-out,1.5,1,true,Shirt,\n`,
    )
  })

  test('leaves cells empty where there is no label or no nearest class', async () => {
    const csv = await csvOf([{ ...image, label: null, nearest: null, role: 'unlabelled', flagged: false }])
    expect(csv.split('\n')[1]).toBe('Bag/4.png,,test,unlabelled,1.5,1,false,,')
  })

  test('has what a person judged', async () => {
    const csv = await csvOf([{ ...image, verdict: 'mislabelled' }])
    expect(csv.split('\n')[1]).toBe('Bag/4.png,Bag,test,held-out,1.5,1,true,Shirt,mislabelled')
  })

  test('takes the formula out of text, and leaves negative numbers alone', async () => {
    const csv = await csvOf([{ ...image, path: '=cmd|calc!A1', label: '-5', nearest: '@x', score: -2.25 }])
    expect(csv.split('\n')[1]).toBe("'=cmd|calc!A1,'-5,test,held-out,-2.25,1,true,'@x,")
  })

  test('keeps every digit of a score', async () => {
    await fc.assert(
      fc.asyncProperty(fc.float({ noNaN: true, noDefaultInfinity: true }), async (score) => {
        const [row] = parse<Record<string, string>>(await csvOf([{ ...image, score }]), { columns: true })
        expect(Math.fround(Number(row.score))).toBe(score === 0 ? Number(row.score) : score)
      }),
      { seed: 7, numRuns: 50 },
    )
  })

  test('gives back any name that is no formula, with its line breaks, quotes and scripts', async () => {
    const names = fc.string({ unit: 'grapheme' }).map((name) => `n${name}`)
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const [row] = parse<Record<string, string>>(await csvOf([{ ...image, path: name }]), {
          columns: true,
        })
        expect(row.path).toBe(name)
      }),
      { seed: 7, numRuns: 100 },
    )
  })
})
