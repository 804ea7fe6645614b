import { EngineFailure } from '../../contract/errors.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { VerdictChange, VerdictEntry } from '../../contract/verdicts.ts'
import { now } from '../../store/now.ts'
import type { Judged, NewVerdict } from '../../store/verdicts.ts'
import { imageAt, imageSetOf, refuseUnready } from './imageSetOf.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { importVerdicts } from '../verdicts/verdictImport.ts'

export function verdictProcedures(parts: EngineParts) {
  const { store } = parts
  const { put, withdraw, list, history, import: add } = procedures.verdicts
  return {
    put: put.handler(({ input: { imageSetId, positions, ...said } }) => judge(parts, imageSetId, positions, said)),
    withdraw: withdraw.handler(({ input: { imageSetId, positions, scoreId } }) =>
      judge(parts, imageSetId, positions, { verdict: null, note: null, tags: [], class: null, scoreId })),
    list: list.handler(({ input: { imageSetId, from, limit } }) => {
      const { id, projectId, classes } = imageSetOf(store, imageSetId)
      return store.verdicts.ofSet(projectId, id, { from, limit }).map((one) => ({
        ...one, label: one.label === null ? null : classes[one.label],
      }))
    }),
    history: history.handler(({ input: { imageSetId, position } }) =>
      store.verdicts.history(imageOf(parts, imageSetOf(store, imageSetId), position))),
    import: add.handler(({ input }) => importVerdicts(parts, readySet(parts, input.imageSetId), input.verdicts)),
  }
}

/** Adds what was said of some images of a set, of all of them or of none. */
function judge(
  parts: EngineParts, imageSetId: number, positions: number[], said: Omit<NewVerdict, 'judged'>,
): VerdictChange[] {
  const set = readySet(parts, imageSetId)
  refuseScore(parts, said.scoreId)
  const entry = { ...said, judged: now() }
  const places = [...new Set(positions)].map((position) => ({ position, image: imageOf(parts, set, position) }))
  const changes = parts.store.transaction(() =>
    places.flatMap(({ position, image }) => change(parts, position, image, entry)))
  if (changes.length > 0) parts.announce({ type: 'changed', what: 'verdicts', id: set.projectId })
  return changes
}

function change({ store }: EngineParts, position: number, image: Judged, entry: NewVerdict): VerdictChange[] {
  const before: VerdictEntry | null = store.verdicts.current(image) ?? null
  if (before === null && entry.verdict === null) return []
  return [{ position, before, after: store.verdicts.add(image, entry) }]
}

function readySet({ store }: EngineParts, imageSetId: number): ImageSet {
  const set = imageSetOf(store, imageSetId)
  refuseUnready(set)
  return set
}

function imageOf({ store }: EngineParts, { id, projectId }: ImageSet, position: number): Judged {
  return { projectId, hash: imageAt(store, id, position).image.hash }
}

function refuseScore({ store }: EngineParts, scoreId: number | null): void {
  if (scoreId === null || store.scores.show(scoreId)) return
  throw new EngineFailure('NOT_FOUND', `There is no score ${scoreId}.`)
}
