import type { Ensemble } from '../../contract/ensembles.ts'
import type { Score } from '../../contract/scores.ts'
import { listed } from '../../reports/text.ts'
import type { Api } from '../../client/connect.ts'
import { usageFailure } from '../failures.ts'
import { counted } from '../output/format.ts'
import { note, warn } from '../output/streams.ts'
import { stopwatch } from '../output/stopwatch.ts'
import { follow } from '../progress/follow.ts'
import type { Session } from '../session.ts'

export interface ScoreStep {
  ensembleId: number
  imageSetId?: number
  detectors: string[]
}

/** Scores a set by an ensemble. @returns one score a detector, in the order in which they were asked for */
export async function scoreStep(session: Session, request: ScoreStep): Promise<Score[]> {
  const took = stopwatch()
  const { jobId } = await session.api.scores.compute(request)
  const job = await follow(session, jobId)
  const scores = await scoresOf(session.api, request, job.result?.scoreIds)
  const detectors = listed(scores.map(({ detector }) => detector))
  note(`Scored: ${counted(scores[0]?.images ?? 0, 'image')} by ${detectors} (${took()})`)
  new Set(scores.flatMap(({ warnings }) => warnings)).forEach(warn)
  return scores
}

async function scoresOf(
  api: Api,
  { ensembleId, imageSetId, detectors }: ScoreStep,
  ids: unknown,
): Promise<Score[]> {
  const all = await api.scores.list({ ensembleId })
  const made = Array.isArray(ids)
    ? all.filter(({ id }) => ids.includes(id))
    : all.filter((score) => imageSetId === undefined || score.imageSetId === imageSetId)
  return detectors
    .map((id) => made.findLast(({ detector }) => detector === id))
    .filter((score) => score !== undefined)
}

/** Checks names of detectors before anything is begun. @throws usageFailure naming those that there are */
export async function checkDetectors(api: Api, names: string[]): Promise<void> {
  const all = await api.detectors.list()
  const unknown = names.filter((name) => !all.some(({ id }) => id === name))
  if (unknown.length === 0) return
  throw usageFailure(
    `There is no detector ${listed(unknown.map((name) => `"${name}"`))}.`,
    `There are: ${listed(
      all.map(({ id }) => id),
      30,
    )}.`,
  )
}

/** The detectors to score with: those named, else the first in the list that fits the ensemble. */
export async function detectorsFor(
  api: Api,
  named: string[] | undefined,
  { known, settings, members }: Pick<Ensemble, 'known' | 'settings' | 'members'>,
): Promise<string[]> {
  if (named?.length) return [...new Set(named)]
  const classes = known.length
  const fit = (await api.detectors.list()).find(
    ({ fewestClasses, fewestMembers = 1, models }) =>
      fewestClasses <= classes && fewestMembers <= members.length && models.includes(settings.model.kind),
  )
  if (!fit)
    throw usageFailure(`No detector works with ${classes} known classes.`, 'Hold out or leave out fewer.')
  return [fit.id]
}
