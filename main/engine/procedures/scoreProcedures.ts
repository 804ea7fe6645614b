import path from 'node:path'
import { detectorName } from '../../contract/detectorNames.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { ComputeDevice } from '../../contract/settings.ts'
import { scoredMembers } from '../../jobs/scoring/scoredMembers.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import { ensembleOf } from '../ensemble/ensembleView.ts'
import { imageSetOf, refuseUnready } from './imageSetOf.ts'
import { judgedMetrics } from '../scores/judgedScores.ts'
import { namedDetectors } from '../scores/namedDetectors.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { Rankings } from '../scores/rankings.ts'
import { importScores } from '../scores/scoreImport.ts'
import { refuseUnknownParts } from '../report/refuseUnknownParts.ts'
import { scoreOf } from './scoreOf.ts'

export function scoreProcedures(parts: EngineParts) {
  const { store, queue } = parts
  const { compute, list, show, ranking, judged, import: take, report } = procedures.scores
  const [rankings, judgedScores] = [new Rankings(store), judgedMetrics(parts)]
  return {
    compute: compute.handler(({ input }) => ({ jobId: computeScores(parts, input) })),
    list: list.handler(({ input }) => store.scores.list(ensembleOf(store, input.ensembleId).id)),
    show: show.handler(({ input }) => scoreOf(parts, input.id)),
    ranking: ranking.handler(({ input }) =>
      rankings.page(scoreOf(parts, input.id), input.offset, input.limit),
    ),
    judged: judged.handler(({ input }) => judgedScores.of(scoreOf(parts, input.id))),
    import: take.handler(async ({ input }) => ({ jobId: await importScores(parts, input) })),
    report: report.handler(({ input }) => {
      const { ensembleId } = scoreOf(parts, input.id)
      if (!path.isAbsolute(input.directory)) {
        throw new EngineFailure(
          'BAD_INPUT', `"${input.directory}" is not an absolute path.`, 'Give the whole path, from the root.',
        )
      }
      const { projectId, name } = ensembleOf(store, ensembleId)
      const { id: scoreId, ...options } = input
      refuseUnknownParts(parts, projectId, options)
      const request = { scoreId, ...options }
      return { jobId: queue.submit({ kind: 'report', projectId, title: `Report of ${name}`, request }).id }
    }),
  }
}

interface Wanted {
  ensembleId: number; imageSetId?: number; detectors: string[]; encoder?: string; withoutLeaks?: boolean; device?: ComputeDevice
}

function computeScores(
  parts: EngineParts, { ensembleId, imageSetId, detectors, encoder, withoutLeaks = false, device }: Wanted,
): number {
  const { store, queue } = parts
  const ensemble = ensembleOf(store, ensembleId)
  const set = imageSetOf(store, imageSetId ?? ensemble.imageSetId)
  refuseUnready(set)
  refuseDetectors(parts, detectors, ensemble)
  refuseShape(parts, ensemble.imageSetId, set.id)
  const { members } = scoredMembers(store, ensemble, withoutLeaks)
  refuseFewMembers(parts, detectors, members.length)
  const request = { ensembleId, imageSetId: set.id, detectors: namedDetectors(parts, detectors, encoder), withoutLeaks, device }
  return queue.submit({
    kind: 'score', projectId: ensemble.projectId, title: `Scores of ${set.name}`, request,
  }).id
}

function refuseDetectors({ detectors }: EngineParts, wanted: string[], { known, settings }: EnsembleRecord): void {
  const { kind } = settings.model
  for (const id of wanted) {
    const detector = detectors.find((one) => one.id === detectorName(id).id)
    const there = `There are ${detectors.map((one) => one.id).join(', ')}.`
    if (!detector) throw new EngineFailure('BAD_INPUT', `There is no detector "${id}".`, there)
    if (!detector.models.includes(kind)) {
      throw new EngineFailure(
        'BAD_INPUT', `The detector "${id}" reads members of the kind ${detector.models.join(' or ')}, and the ensemble is of the kind ${kind}.`,
        `For ${kind} there are ${detectors.filter(({ models }) => models.includes(kind)).map((one) => one.id).join(', ')}.`,
      )
    }
    if (detector.fewestClasses > known.length) {
      throw new EngineFailure(
        'BAD_INPUT',
        `The detector "${id}" needs ${detector.fewestClasses} known classes, and the ensemble knows ${known.length}.`,
        'Take another detector.',
      )
    }
  }
}

function refuseFewMembers({ detectors }: EngineParts, wanted: string[], members: number): void {
  const alone = detectors.find(({ id, fewestMembers = 1 }) => wanted.includes(id) && fewestMembers > members)
  if (!alone) return
  throw new EngineFailure(
    'BAD_INPUT', `The detector "${alone.id}" needs ${alone.fewestMembers} trained members, and the ensemble has ${members}.`,
    'Train an ensemble of more members, or take another detector.',
  )
}

function refuseShape({ store }: EngineParts, own: number, other: number): void {
  const [a, b] = [own, other].map((id) => store.imageSets.show(id)!)
  const shape = ({ snapshot }: typeof a) =>
    `${snapshot?.width} x ${snapshot?.height} ${snapshot?.channels === 1 ? 'grey' : 'colour'}`
  if (shape(a) === shape(b)) return
  throw new EngineFailure(
    'BAD_INPUT',
    `"${b.name}" was imported as ${shape(b)} pixels, and the ensemble was trained on ${shape(a)}.`,
    `Import it again like the image set ${a.id} ("${a.name}").`,
  )
}
