import { describe, expect, test } from 'vitest'
import type { Explanation, LatentMap } from '../../../main/contract/explanations.ts'
import { whyText } from '../../../main/contract/whyWords.ts'
import { count, percent, sigmas } from '../../../renderer/format.ts'
import { distanceAxis, distanceRows } from '../../../renderer/results/distanceRows.ts'
import { flatEllipse, heldWithin, mapFrame } from '../../../renderer/results/latentMapPicture.ts'
import { differencePicture, meanPicture, rgbaOf } from '../../../renderer/results/pixelPictures.ts'
import { besideTheScore, disagreement, meanDistance, whySentence } from '../../../renderer/results/whyWords.ts'

/** Members of which the first so many find the image unlike any class; each says these distances. */
function explanation(members: number, unlike: number, distances: number[], changes: Partial<Explanation> = {}): Explanation {
  const nearest = distances.indexOf(Math.min(...distances))
  return {
    position: 0, measure: 'sigma', unlikeRate: 0.05, classes: ['coat', 'sandal', 'bag'].slice(0, distances.length), nearest,
    members: Array.from({ length: members }, (_, index) => ({
      index, distances, nearest, threshold: 4, unlike: index < unlike, centre: 1, prior: 1, place: [0, 0] as [number, number],
    })),
    neighbours: { imageSetId: 1, by: 'features', among: 1, of: 1, images: [] },
    ...changes,
  }
}

describe('what the members say in a sentence', () => {
  test.each([
    [10, 9, 'Unlike any class in 9 of 10 members; nearest is sandal, at 6.1 sigma.'],
    [10, 1, 'Unlike any class in 1 of 10 members; nearest is sandal, at 6.1 sigma.'],
    [10, 0, 'Like a known class in all 10 members; nearest is sandal, at 6.1 sigma.'],
    [10, 10, 'Unlike any class in all 10 members; nearest is sandal, at 6.1 sigma.'],
    [2, 2, 'Unlike any class in both members; nearest is sandal, at 6.1 sigma.'],
    [1, 1, 'Unlike any class; nearest is sandal, at 6.1 sigma.'],
    [1, 0, 'Like a known class; nearest is sandal, at 6.1 sigma.'],
  ])('of %i members, %i unlike: %s', (members, unlike, sentence) => {
    expect(whySentence(explanation(members, unlike, [9, 6.12, 30]))).toBe(sentence)
  })

  test('with one class, and with none, it is that which the image is like or unlike', () => {
    expect(whySentence(explanation(10, 9, [6.1]))).toBe('Unlike coat in 9 of 10 members, at 6.1 sigma.')
    expect(whySentence(explanation(3, 0, [1.25], { classes: ['the known images'] })))
      .toBe('Like the known images in all 3 members, at 1.3 sigma.')
  })

  test('classifiers take it for a class with a probability, which is averaged as such', () => {
    const unsure = explanation(2, 1, [0, 0], { measure: 'surprise' })
    unsure.members[0].distances = [-Math.log(0.9), -Math.log(0.1)]
    unsure.members[1].distances = [-Math.log(0.5), -Math.log(0.5)]
    expect(whySentence(unsure)).toBe('Unlike any class in 1 of 2 members; taken for coat, with 70\u00a0%.')
    expect(meanDistance(unsure, 1)).toBeCloseTo(-Math.log(0.3), 9)
  })

  test('in English it is what the engine\'s reports say', () => {
    const all = [[10, 9], [10, 0], [2, 2], [1, 1], [1, 0]].flatMap(([members, unlike]) => [
      explanation(members, unlike, [9, 6.12, 30]), explanation(members, unlike, [6.12]),
      explanation(members, unlike, [0.1, 3], { measure: 'surprise' }),
    ])
    expect(all.map(whySentence)).toEqual(all.map((one) => whyText(one, { count, percent, sigmas })))
  })

  test('where the score says otherwise, that is told', () => {
    expect(besideTheScore(explanation(3, 0, [2]), true)).toMatch(/^Flagged all the same/)
    expect(besideTheScore(explanation(3, 3, [9]), false)).toMatch(/^Not flagged all the same/)
    expect([[0, false], [3, true], [1, true], [1, false]].map(([unlike, flagged]) =>
      besideTheScore(explanation(3, Number(unlike), [2]), Boolean(flagged)))).toEqual(['', '', '', ''])
  })

  test('where members find other classes nearest, that is counted; where they agree nothing is said', () => {
    const split = explanation(3, 0, [2, 1, 5])
    split.members[0].nearest = 0
    expect(disagreement(split)).toBe('Nearest by member: sandal (2), coat (1).')
    expect(disagreement(explanation(3, 0, [2, 1, 5]))).toBe('')
  })
})

describe('the distances to the classes', () => {
  test('are sorted by the members’ mean, and within a threshold or not', () => {
    const rows = distanceRows(explanation(2, 1, [9, 3, 30]))
    expect(rows.map(({ name, mean }) => [name, mean])).toEqual([['sandal', 3], ['coat', 9], ['bag', 30]])
    expect(rows.map(({ members }) => members[0].within)).toEqual([true, false, false])
  })

  test.each([[[0.3, 2, 8]], [[4, 5, 900]], [[1e-6, 3, 4]], [[70, 71, 72]]])(
    'lie on an axis from a round number below the least to one above the largest: %j', (distances) => {
      const { share, ticks } = distanceAxis(explanation(2, 1, distances))
      for (const distance of distances) expect(share(distance)).toBeGreaterThanOrEqual(0)
      expect(share(distances[1])).toBeLessThanOrEqual(share(distances[2]))
      expect(share(Math.max(...distances, 4))).toBeLessThanOrEqual(1)
      expect(ticks.length).toBeGreaterThan(1)
      expect(ticks.length).toBeLessThan(8)
      expect(ticks.map(({ distance }) => share(distance))).toEqual(ticks.map(({ distance }) => share(distance)).toSorted((a, b) => a - b))
    },
  )

  test('of classifiers lie where their probability is, also the impossible', () => {
    const { share } = distanceAxis(explanation(1, 0, [0, 800], { measure: 'surprise' }))
    expect([share(0), share(-Math.log(0.25)), share(800), share(Infinity)]).toEqual([1, 0.25, 0, 0])
  })
})

describe('pictures of pixels', () => {
  const grey = { height: 1, width: 2, channels: 1 }

  test('grey becomes equal red, green and blue, colour stays', () => {
    expect([...rgbaOf(Uint8Array.of(0, 200), grey)]).toEqual([0, 0, 0, 255, 200, 200, 200, 255])
    expect([...rgbaOf(Uint8Array.of(1, 2, 3), { height: 1, width: 1, channels: 3 })]).toEqual([1, 2, 3, 255])
  })

  test('the members’ mean is that of each pixel', () => {
    expect([...meanPicture(Uint8Array.of(0, 10, 100, 21), 2)]).toEqual([50, 16])
  })

  test('a difference has the colour of its share of the scale, whatever its sign, and the last beyond it', () => {
    const colourOf = (a: number, b: number) => [...differencePicture(Uint8Array.of(a), Uint8Array.of(b), { ...grey, width: 1 }, 0.5)]
    expect(colourOf(10, 10)).toEqual([68, 1, 84, 255])
    expect(colourOf(10, 60)).toEqual(colourOf(60, 10))
    expect(colourOf(0, 128)).toEqual([253, 231, 37, 255])
    expect(colourOf(0, 255)).toEqual(colourOf(0, 200))
  })

  test('of colours the mean over the channels counts', () => {
    const colours = { height: 1, width: 1, channels: 3 }
    const both = differencePicture(Uint8Array.of(0, 0, 90), Uint8Array.of(0, 0, 0), colours, 1)
    expect(both).toEqual(differencePicture(Uint8Array.of(30), Uint8Array.of(0), { ...grey, width: 1 }, 1))
  })
})

describe('a member’s latent space, small', () => {
  const map: LatentMap = {
    index: 0, dimension: 2, shares: [0.5, 0.5], centre: [0, 0], radius: 3, priors: [[3, 0], [-3, 0]],
    classes: [{ mean: [3, 0], covariance: [4, 0, 0, 1] }, { mean: [-3, 1], covariance: [1, 0, 0, 1] }],
  }

  test('an ellipse has the axes and the turn of its covariance', () => {
    expect(flatEllipse([1, 2], [4, 0, 0, 1], 2)).toEqual({ x: 1, y: 2, rx: 4, ry: 2, turn: 0 })
    const tilted = flatEllipse([0, 0], [2.5, 1.5, 1.5, 2.5], 1)
    expect([tilted.rx, tilted.ry, tilted.turn].map((one) => Number(one.toFixed(9)))).toEqual([2, 1, 45])
  })

  test('its frame holds all classes at two sigma, and is a square', () => {
    const { x, y, side } = mapFrame(map, 2)
    expect([x <= -5, x + side >= 7, y <= -2, y + side >= 3]).toEqual([true, true, true, true])
    expect(side).toBeLessThan(14)
  })

  test('an image outside is held at the edge, and that is told', () => {
    const frame = mapFrame(map, 2)
    expect(heldWithin(frame, [1, 1])).toEqual({ place: [1, 1], outside: false })
    const far = heldWithin(frame, [1000, 0])
    expect(far.outside).toBe(true)
    expect(far.place[0]).toBeLessThan(frame.x + frame.side)
  })
})
