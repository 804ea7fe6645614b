import { expect, test } from 'vitest'
import { parseView, type ViewOfMember, viewText } from '../../../renderer/results/latentViews.ts'

test.each<ViewOfMember>([
  { member: 0, view: 'plane', camera: null },
  { member: 11, view: 'umap', camera: null },
  { member: 2, view: 'space', camera: [1.25, -3, 0, 1e-7, 0, 2] },
])('what names a picture is read as it was written: $view', (seen) => {
  expect(viewText(seen)).not.toContain('~')
  expect(parseView(viewText(seen))).toEqual(seen)
})

test.each(['', 'm1', 'm0.plane', 'm1.constructor', 'm1.space', 'm1.plane@1,2,3,4,5,6', 'm1.space@1,2,3', 'm1.space@1,2,3,4,5,-'])(
  '"%s" names no picture', (text) => expect(parseView(text)).toBeNull(),
)
