import { EngineFailure } from '../../contract/errors.ts'
import type { SavedThreshold, ThresholdFigures, ThresholdRule } from '../../contract/thresholds.ts'
import { evaluateThreshold } from '../../jobs/scoring/evaluateThreshold.ts'
import { flagByThreshold } from '../../jobs/scoring/flagByThreshold.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { ThresholdPlace, ThresholdRecord } from '../../store/thresholds.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { scoreOf } from './scoreOf.ts'

export function thresholdProcedures(parts: EngineParts) {
  const { list, evaluate, save, rename, remove, use } = procedures.thresholds
  return {
    list: list.handler(({ input }) => listed(parts, scoreOf(parts, input.scoreId))),
    evaluate: evaluate.handler(({ input }) => evaluated(parts, input)),
    save: save.handler(({ input }) => saved(parts, input)),
    rename: rename.handler(({ input: { id, name } }) => {
      const record = thresholdOf(parts, id)
      if (name !== record.name) refuseTaken(parts, record, name)
      parts.store.thresholds.rename(id, name)
      return told(parts, id)
    }),
    remove: remove.handler(({ input }) => removed(parts, thresholdOf(parts, input.id))),
    use: use.handler(async ({ input: { id } }) => {
      await flagByThreshold(parts, thresholdOf(parts, id))
      return told(parts, id)
    }),
  }
}

interface Chosen { scoreId: number; rule: ThresholdRule; judged: boolean }

function evaluated(parts: EngineParts, { scoreId, rule, judged }: Chosen): Promise<ThresholdFigures> {
  const score = scoreOf(parts, scoreId)
  const { projectId } = parts.store.imageSets.show(score.imageSetId)!
  return evaluateThreshold(parts, score, rule, judged ? parts.store.verdicts.ofSet(projectId, score.imageSetId) : [])
}

async function saved(
  parts: EngineParts, { name, value, ...chosen }: Chosen & { name: string; value?: number },
): Promise<SavedThreshold> {
  const place = placeOf(scoreOf(parts, chosen.scoreId))
  refuseTaken(parts, place, name)
  const figures = await evaluated(parts, chosen)
  refuseTaken(parts, place, name)
  const id = parts.store.thresholds.add(
    place, { name, value: value ?? figures.value, rule: figures.sentence }, chosen.rule)
  return told(parts, id)
}

async function removed(parts: EngineParts, record: ThresholdRecord): Promise<SavedThreshold> {
  if (record.chosen === null) {
    throw new EngineFailure('CONFLICT', `"${record.name}" is what scoring itself chose, and stays.`, 'Use another instead of it.')
  }
  const before = view(parts, record)
  const usual = parts.store.thresholds.list(record).find(({ chosen }) => chosen === null)!
  if (before.inUse) await flagByThreshold(parts, usual)
  parts.store.thresholds.remove(record.id)
  parts.announce({ type: 'changed', what: 'scores', id: record.ensembleId })
  return before
}

function listed({ store }: EngineParts, score: ScoreRecord): SavedThreshold[] {
  return store.thresholds.list(placeOf(score)).map((record) => plain(record, record.id === score.thresholdId))
}

const placeOf = ({ ensembleId, detector, membersHash }: ScoreRecord): ThresholdPlace =>
  ({ ensembleId, detector, members: membersHash })

/** The threshold as it is now, after all windows were told that something changed. */
function told(parts: EngineParts, id: number): SavedThreshold {
  const record = thresholdOf(parts, id)
  parts.announce({ type: 'changed', what: 'scores', id: record.ensembleId })
  return view(parts, record)
}

function view({ store }: EngineParts, record: ThresholdRecord): SavedThreshold {
  return plain(record, store.scores.ofPlace(record).some(({ thresholdId }) => thresholdId === record.id))
}

const plain = ({ id, name, value, rule, chosen, created }: ThresholdRecord, inUse: boolean): SavedThreshold =>
  ({ id, name, value, rule, chosen, created, inUse })

function thresholdOf({ store }: EngineParts, id: number): ThresholdRecord {
  const record = store.thresholds.show(id)
  if (!record) throw new EngineFailure('NOT_FOUND', `There is no threshold ${id}.`, 'Somebody may have deleted it.')
  return record
}

function refuseTaken({ store }: EngineParts, place: ThresholdPlace, name: string): void {
  if (!store.thresholds.list(place).some((one) => one.name === name)) return
  throw new EngineFailure('CONFLICT', `There is a threshold "${name}" already.`, 'Choose another name, or delete that one first.')
}
