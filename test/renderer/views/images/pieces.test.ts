import { effectScope, nextTick, ref } from 'vue'
import { expect, test } from 'vitest'
import type { ProblemCode } from '../../../../main/datasets/problems.ts'
import { usePages } from '../../../../renderer/composables/usePages.ts'
import { csvText } from '../../../../renderer/csvText.ts'
import { labelText, listedImages, parseLabel, parseSplit } from '../../../../renderer/views/images/browse/listedImages.ts'
import { rgbaOf } from '../../../../renderer/views/images/image/rgbaOf.ts'
import { useZoom } from '../../../../renderer/views/images/image/useZoom.ts'
import { problemKind } from '../../../../renderer/views/images/problems/problemKinds.ts'

/** The type sees to it that none is left out. */
const codes = Object.keys({
  empty: true, unreadable: true, missing: true, name: true, 'link-loop': true, 'broken-link': true, 'not-an-image': true,
  unsupported: true, 'too-large': true, 'cut-off': true, damaged: true, 'no-class': true, 'bad-row': true, encrypted: true,
} satisfies Record<ProblemCode, true>)

test('every kind of problem that an import knows says what it means and what to do', () => {
  const kinds = codes.map(problemKind)
  expect(new Set(kinds.map(({ title }) => title)).size).toBe(codes.length)
  for (const { title, meaning, remedy } of kinds) {
    expect(codes).not.toContain(title)
    expect([meaning, remedy].every((sentence) => /^[A-Z].*\.$/.test(sentence))).toBe(true)
  }
  expect(problemKind('of-tomorrow').title).toBe('of-tomorrow')
})

test('images are listed by class and split, those without a class too', () => {
  const arrays = { labels: Int32Array.of(0, 1, -1, 1, 0), splits: Uint8Array.of(0, 0, 2, 2, 1) }
  const listed = (label: number | null, split: 'train' | 'test' | null) => [...listedImages(arrays, { label, split })]
  expect(listed(null, null)).toEqual([0, 1, 2, 3, 4])
  expect(listed(1, null)).toEqual([1, 3])
  expect(listed(1, 'test')).toEqual([3])
  expect(listed(-1, null)).toEqual([2])
  expect(listed(null, 'train')).toEqual([0, 1])
})

test('a filter in the address is read back as it was written, and anything else is none', () => {
  for (const label of [-1, 0, 2, null]) expect(parseLabel(labelText(label), 3)).toBe(label)
  expect(['3', 'x', '', '-1', '1.5'].map((text) => parseLabel(text, 3))).toEqual([null, null, null, null, null])
  expect([parseSplit('test'), parseSplit('none'), parseSplit(null)]).toEqual(['test', null, null])
})

test('cells with commas, quotation marks and line ends are quoted', () => {
  expect(csvText(['path', 'n'], [['a,b.png', 1], ['say "so"\n', null]])).toBe('path,n\r\n"a,b.png",1\r\n"say ""so""\n",\r\n')
})

test('grey and coloured pixels become what a canvas draws', () => {
  expect([...rgbaOf(Uint8Array.of(7, 9), 1)]).toEqual([7, 7, 7, 255, 9, 9, 9, 255])
  expect([...rgbaOf(Uint8Array.of(1, 2, 3), 3)]).toEqual([1, 2, 3, 255])
})

test('zooming keeps the place under the pointer, and ends at the whole picture', () => {
  const zoom = useZoom()
  zoom.by(2, { x: 1, y: 0 })
  expect(zoom.factor.value).toBe(2)
  expect({ ...zoom.centre }).toEqual({ x: 0.75, y: 0.25 })
  zoom.by(0.1, { x: 0, y: 0 })
  expect(zoom.isWhole.value).toBe(true)
  expect({ ...zoom.centre }).toEqual({ x: 0.5, y: 0.5 })
  zoom.by(1000)
  expect(zoom.factor.value).toBe(64)
})

test('of a long list only the pages that are seen are fetched, each once, and anew for another list', async () => {
  const asked: number[] = []
  const which = ref('a')
  const scope = effectScope()
  const pages = scope.run(() => usePages(async (offset, limit) => {
    asked.push(offset)
    return Array.from({ length: limit }, (_, i) => `${which.value}${offset + i}`)
  }, [which]))!
  pages.see(0, 30)
  pages.see(10, 210)
  await nextTick()
  expect(asked).toEqual([0, 200])
  expect([pages.rows.value[5], pages.rows.value[399], pages.rows.value[400]]).toEqual(['a5', 'a399', undefined])
  which.value = 'b'
  await nextTick()
  await nextTick()
  expect(pages.rows.value[0]).toBe('b0')
  expect(asked).toEqual([0, 200, 0])
  scope.stop()
})

test('a page that failed says so, and is asked for again', async () => {
  let broken = true
  const scope = effectScope()
  const pages = scope.run(() => usePages(async () => {
    if (broken) throw { code: 'X', message: 'Not now.', hint: null }
    return ['row']
  }, []))!
  pages.see(0, 0)
  await expect.poll(() => pages.failure.value?.message).toBe('Not now.')
  broken = false
  pages.again()
  await expect.poll(() => pages.rows.value[0]).toBe('row')
  expect(pages.failure.value).toBeNull()
  scope.stop()
})
