import { expect, test } from 'vitest'
import { Emphasis } from '../../../../renderer/charts/latent/emphasis.ts'
import { latentTable } from '../../../../renderer/charts/latent/latentTable.ts'

test('a latent picture’s table has the points that are shown, with as many coordinates as are drawn', () => {
  const cloud = {
    points: Float32Array.of(1, 2, 0, 3, 4, 0, 5, 6, 0), dimension: 2 as const,
    emphasis: {
      order: Uint32Array.of(2, 0, 1), layers: [],
      strengths: Uint8Array.of(Emphasis.normal, Emphasis.hidden, Emphasis.selected),
    },
  }
  const { columns, rows } = latentTable(cloud, ['Image'], (position) => [`image ${position}`])
  expect(columns.map(({ title }) => title)).toEqual(['Image', 'x', 'y'])
  expect(rows).toEqual([['image 0', 1, 2], ['image 2', 5, 6]])
  expect(latentTable({ ...cloud, dimension: 3 }, [], () => []).rows[1]).toEqual([5, 6, 0])
})
