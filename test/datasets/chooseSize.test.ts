import { expect, test } from 'vitest'
import { SizeSurvey, checkSize } from '../../main/datasets/chooseSize.ts'

/** The size chosen for originals given as [width, height]. */
function chosen(...sides: [number, number][]): [number, number] {
  const survey = new SizeSurvey()
  for (const [width, height] of sides) survey.add({ height, width })
  const { height, width } = survey.choose()
  return [width, height]
}

test.each([
  [
    'MNIST stays as it is',
    [
      [28, 28],
      [28, 28],
    ],
    [28, 28],
  ],
  [
    'one image of another size and 28 no longer holds',
    [
      [28, 28],
      [28, 28],
      [28, 30],
    ],
    [32, 32],
  ],
  [
    'CIFAR stays as it is',
    [
      [32, 32],
      [32, 32],
    ],
    [32, 32],
  ],
  [
    'large square photos',
    [
      [900, 900],
      [1024, 1024],
    ],
    [64, 64],
  ],
  [
    'photos of one proportion keep it',
    [
      [500, 375],
      [640, 480],
      [2000, 1500],
    ],
    [64, 48],
  ],
  [
    'upright ones too',
    [
      [375, 500],
      [480, 640],
    ],
    [48, 64],
  ],
  [
    'a mix of upright and wide is square',
    [
      [500, 375],
      [375, 500],
      [500, 375],
    ],
    [64, 64],
  ],
  [
    'strips are no narrower than 16',
    [
      [1000, 50],
      [1000, 50],
    ],
    [64, 16],
  ],
  [
    'tiny images become 16',
    [
      [8, 8],
      [9, 9],
    ],
    [16, 16],
  ],
  ['no pixel is lost below 64', [[41, 41]], [48, 48]],
] as [string, [number, number][], [number, number]][])('%s', (_, sides, size) => {
  expect(chosen(...sides)).toEqual(size)
})

test('sides that no model takes are refused with what is possible', () => {
  expect(() => checkSize({ height: 64, width: 60 })).toThrow('Images of 64 x 60 pixels cannot be modelled.')
  for (const side of [8, 264, 32.5, Number.NaN])
    expect(() => checkSize({ height: side, width: 32 })).toThrow()
  for (const side of [16, 28, 64, 256]) expect(() => checkSize({ height: side, width: side })).not.toThrow()
})
