import { expect, test } from 'vitest'
import { fullProject } from './fullProject.ts'

test('a project is shown by the score of the default detector, whichever was computed last', async () => {
  const { api, ensemble, set } = await fullProject()
  const [first] = await api.detectors.list()
  const scores = await api.scores.list({ ensembleId: ensemble.id })
  const [{ result }] = await api.projects.cards()
  expect(Math.max(...scores.map(({ id }) => id))).not.toBe(result!.scoreId)
  expect(result).toMatchObject({ detector: first.id, ensembleId: ensemble.id, imageSetId: set.id })
  expect(result!.auroc).toBe(scores.find(({ detector }) => detector === first.id)!.metrics?.auroc)
})
