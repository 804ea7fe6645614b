import { expect, test } from 'vitest'
import { freePlaces } from '../../../renderer/charts/latent/freePlaces.ts'

test('of two names that would cover each other the first is written, and all others are', () => {
  expect(freePlaces([[0, 0], [5, 3], [200, 0], null, [0, 40]], ['Sneaker', 'Sandal', 'Shirt', 'Coat', 'Bag']))
    .toEqual([[0, 0], null, [200, 0], null, [0, 40]])
})
