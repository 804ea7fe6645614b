import { expect, test } from 'vitest'
import { freePlaces } from '../../../renderer/charts/latent/freePlaces.ts'

test('a name that would cover another goes a line up or down', () => {
  const names = ['Sneaker', 'Sandal', 'Shirt', 'Coat', 'Bag']
  expect(freePlaces([[0, 0], [5, 3], [200, 0], null, [0, 40]], names))
    .toEqual([[0, 0], [5, 18], [200, 0], null, [0, 40]])
})

test('where there is no room the first names are written, and none covers another', () => {
  const places = freePlaces(Array.from({ length: 6 }, () => [0, 0]), ['a', 'b', 'c', 'd', 'e', 'f'])
  expect(places).toEqual([[0, 0], [0, -15], [0, 15], null, null, null])
})
