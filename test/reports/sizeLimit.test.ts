import { expect, test } from 'vitest'
import { fittedPage } from '../../main/reports/sizeLimit.ts'
import { madeContent } from './madeReport.ts'

const uri = `data:image/webp;base64,${'A'.repeat(20_000)}`

function heavy(maxMegabytes: number) {
  const { omitted: _, ...content } = madeContent()
  const all = content.gallery.all.map((image) => ({ ...image, thumbnail: { uri, smooth: true } }))
  return { ...content, gallery: { all, known: [] }, options: { ...content.options, maxMegabytes } }
}

test('a page that fits keeps all its thumbnails', () => {
  const { page, omitted } = fittedPage(heavy(20))
  expect(omitted).toBe(0)
  expect(page.split(uri).length - 1).toBe(24)
})

test('a page that is too large loses thumbnails from the end, and says how many', () => {
  const bare = fittedPage({ ...heavy(20), gallery: { all: heavy(20).gallery.all.map((one) => ({ ...one, thumbnail: null })), known: [] } }).bytes
  const { page, omitted, bytes } = fittedPage(heavy((bare + 200_000) / 1e6))
  expect(bytes).toBeLessThanOrEqual(bare + 200_000)
  expect(page.split(uri).length - 1).toBe(24 - omitted)
  expect(omitted).toBeGreaterThan(13)
  expect(page.includes(`${omitted} thumbnails further down had no room in`)).toBe(true)
  expect(page.indexOf(uri)).toBeLessThan(page.indexOf('value="2"'))
})
