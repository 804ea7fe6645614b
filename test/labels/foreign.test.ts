import { describe, expect, it } from 'vitest'
import { foreignScores } from '../../main/labels/foreign.ts'
import { foreignDetector } from '../../main/labels/foreignDetector.ts'
import { madeEvidence, TRAINED } from '../detectors/views.ts'

const points: [number, number][] = [[3, 0], [0, 0], [40, -30]]
const { evidence, images } = madeEvidence(4, points)
const errors = (values: (i: number) => number) => evidence.views.map((view) => ({
  ...view, encodings: { ...view.encodings, mse: Float32Array.from({ length: TRAINED + 3 }, (_, i) => values(i)) },
}))
const alike = { ...evidence, views: errors((i) => 0.02 + (i * 37 % 11) / 1000) }

describe('the foreign score', () => {
  it('ranks what is near to the centre, or far from all, above what is like a class', async () => {
    const scores = await foreignDetector.score(alike, await foreignDetector.fit(alike, images))
    const [own, centre, far] = scores.slice(TRAINED)
    const highest = Math.max(...scores.slice(0, TRAINED))
    expect(own).toBeLessThan(highest)
    expect(centre).toBeGreaterThan(highest)
    expect(far).toBeGreaterThan(highest)
  })

  it('rises where an image is badly drawn again', async () => {
    const spoilt = { ...evidence, views: errors((i) => (i === TRAINED ? 0.5 : 0.02 + (i * 37 % 11) / 1000)) }
    const of = async (some: typeof alike) => (await foreignDetector.score(some, await foreignDetector.fit(some, images)))[TRAINED]
    expect(await of(spoilt)).toBeGreaterThan(await of(alike) + 5)
  })

  it('of an image is that of the members that never saw it, fitted without it, and missing where nobody judges', async () => {
    const [first, second] = [Uint32Array.of(0, 1, 2), Uint32Array.of(5, TRAINED + 1)]
    const merged = await foreignScores(foreignDetector, alike, images, [{ members: [1], positions: first }, { members: [0, 3], positions: second }])
    const alone = async (members: number[]) => {
      const some = { ...alike, views: members.map((m) => alike.views[m]) }
      return foreignDetector.score(some, await foreignDetector.fit(some, images))
    }
    const [one, two] = [await alone([1]), await alone([0, 3])]
    for (const position of first) expect(merged[position]).toBe(one[position])
    for (const position of second) expect(merged[position]).toBe(two[position])
    expect(merged.filter(Number.isNaN)).toHaveLength(merged.length - 5)
  })
})
