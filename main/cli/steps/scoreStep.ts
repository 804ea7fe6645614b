import { detectorName } from '../../contract/detectorNames.ts'
import { usualDetectors } from '../../contract/detectorFits.ts'
import type { Ensemble } from '../../contract/ensembles.ts'
import type { Score } from '../../contract/scores.ts'
import type { ComputeDevice } from '../../contract/settings.ts'
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
  /** Read by the detectors that need one. */
  encoder?: string
  /** Another than the ensemble was trained on. */
  device?: ComputeDevice
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
    .map((id) => made.findLast(({ detector }) => detectorName(detector).id === id))
    .filter((score) => score !== undefined)
}

/** What is typed to say how images are scored. */
export interface DetectorChoice { detector?: string[]; encoder?: string }

/** Checks names of detectors and of their encoder before anything is begun. @throws usageFailure naming those that there are */
export async function checkDetectors(api: Api, { detector: names = [], encoder }: DetectorChoice): Promise<void> {
  const all = await api.detectors.list()
  const unknown = names.filter((name) => !all.some(({ id }) => id === name))
  if (unknown.length > 0) {
    throw usageFailure(
      `There is no detector ${listed(unknown.map((name) => `"${name}"`))}.`,
      `There are: ${listed(
        all.map(({ id }) => id),
        30,
      )}.`,
    )
  }
  const reading = all.filter(({ needsEncoder }) => needsEncoder).map(({ id }) => id)
  await checkEncoder(api, encoder, reading, names.find((name) => reading.includes(name)))
}

/** @param reading the detectors that read an encoder. @param wanted one of them that is asked for */
async function checkEncoder(
  api: Api, encoder: string | undefined, reading: string[], wanted: string | undefined,
): Promise<void> {
  if (encoder === undefined && wanted === undefined) return
  if (wanted === undefined)
    throw usageFailure('No detector that is asked for reads an encoder.', `Name one with --detector: ${listed(reading)}.`)
  const there = (await api.encoders.list()).map(({ name }) => name)
  const hint = there.length ? `There are: ${listed(there, 30)}.` : 'Add an ONNX file first: lacuna encoder add FILE.onnx.'
  if (encoder === undefined) throw usageFailure(`The detector "${wanted}" reads an encoder; name one with --encoder.`, hint)
  if (there.some((name) => name.toLowerCase() === encoder.toLowerCase())) return
  throw usageFailure(`There is no encoder "${encoder}".`, hint)
}

/** The detectors to score with: those named, else the first in the list that fits the ensemble. */
export async function detectorsFor(api: Api, named: string[] | undefined, ensemble: Ensemble): Promise<string[]> {
  if (named?.length) return [...new Set(named)]
  const [usual] = usualDetectors(await api.detectors.list(), ensemble)
  if (usual) return [usual]
  throw usageFailure(`No detector works with ${ensemble.known.length} known classes.`, 'Hold out or leave out fewer.')
}
