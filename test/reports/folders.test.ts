import { expect, test } from 'vitest'
import { withoutFolders } from '../../main/reports/folders.ts'

test('folders are named by their last part, wherever a text speaks of them', () => {
  const told = { source: '/home/me/parts', commands: ["lacuna import '/home/me/parts' --project x"], images: 3, note: null }
  expect(withoutFolders(told, ['/home/me/parts', '/home/me'])).toEqual({
    source: 'parts', commands: ["lacuna import 'parts' --project x"], images: 3, note: null,
  })
})

test('any other absolute path becomes its last part, and paths within a set stay', () => {
  expect(withoutFolders(['/srv/models/a.onnx', 'Bag/1.png', '2 / 3'], [])).toEqual(['a.onnx', 'Bag/1.png', '2 / 3'])
})
