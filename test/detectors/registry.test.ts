import { describe, expect, it } from 'vitest'
import { detectorNamed, detectors } from '../../main/detectors/registry.ts'
import { madeEvidence, TRAINED } from './views.ts'

describe.each([...detectors.keys()])('the detector %s', (id) => {
  const detector = detectorNamed(id)

  it('has a name, a sentence, a formula and a source', () => {
    for (const text of [detector.description.name, detector.description.sentence, detector.description.formula, detector.description.source]) {
      expect(text.length).toBeGreaterThan(3)
    }
  })

  it('gives each image one finite score, and the same from its fit kept as JSON', async () => {
    const { evidence, images } = madeEvidence(2, [[0, 0], [3, 0], [9, 9]])
    const fit = await detector.fit(evidence, images)
    const scores = await detector.score(evidence, fit)
    expect(scores).toHaveLength(TRAINED + 3)
    expect(scores.every(Number.isFinite)).toBe(true)
    expect(await detector.score(evidence, JSON.parse(JSON.stringify(fit)))).toEqual(scores)
  })
})

describe.each([
  'divergence', 'divergence-by-class', 'class-log-density', 'mixture-log-density', 'prior-distance', 'posterior-kl', 'centre',
  'divergence-and-centre',
])('%s', (id) => {
  it('finds a stranger at the empty centre more anomalous than an image on its class', async () => {
    const { evidence, images } = madeEvidence(2, [[0, 0], [3, 0]])
    const detector = detectorNamed(id)
    const [stranger, own] = (await detector.score(evidence, await detector.fit(evidence, images))).slice(TRAINED)
    expect(stranger).toBeGreaterThan(own)
  })
})

it('an unknown detector is refused with the ids there are', () => {
  expect(() => detectorNamed('nonsense')).toThrow(/There is no detector "nonsense"; there are .*divergence/)
})
