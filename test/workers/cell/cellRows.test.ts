import { expect, it } from 'vitest'
import { cellRows } from '../../../main/workers/cell/cellRows.ts'

/** Six known images and four held-out ones; splits 0 train, 1 validation, 2 test, 3 none of them. */
const assignment = {
  knownOf: Int32Array.of(0, 1, 0, 1, 0, 1, -1, -1, -1, -1),
  heldOut: Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1),
  splits: Uint8Array.of(0, 2, 2, 2, 2, 2, 2, 0, 1, 3),
}

it('all: the test images alone, of the known classes and of those held out', () => {
  expect(cellRows(assignment, 'all', null)).toEqual({ normals: Uint32Array.of(1, 2, 3, 4, 5), anomalies: Uint32Array.of(6) })
})

it('paper: every image of the held-out classes, and the first as many known test images', () => {
  expect(cellRows(assignment, 'paper', null)).toEqual({ normals: Uint32Array.of(1, 2, 3), anomalies: Uint32Array.of(6, 7, 8) })
})

it('paper: all known test images where there are fewer than anomalies', () => {
  const knownOf = Int32Array.of(0, 1, -1, -1, -1, -1, -1, -1, -1, -1)
  expect(cellRows({ ...assignment, knownOf }, 'paper', null).normals).toEqual(Uint32Array.of(1))
})

it('a probe’s images are the anomalies, all of them', () => {
  expect(cellRows(assignment, 'all', 3)).toEqual({ normals: Uint32Array.of(1, 2, 3, 4, 5), anomalies: Uint32Array.of(0, 1, 2) })
})
