import type { SavedComparison } from '../../contract/comparisons.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function comparisonProcedures(parts: EngineParts) {
  const { store, comparisons } = parts
  const { compute, list, show, save, rename, remove } = procedures.comparisons
  return {
    compute: compute.handler(({ input }) => comparisons.of(input.scoreIds)),
    list: list.handler(({ input }) => store.comparisons.list(input.projectId)),
    show: show.handler(({ input }) => comparisonOf(parts, input.id)),
    save: save.handler(({ input: { projectId, name, scoreIds } }) => {
      refuseOthers(parts, projectId, scoreIds)
      return changed(parts, store.comparisons.save(projectId, name, scoreIds))
    }),
    rename: rename.handler(({ input: { id, name } }) => {
      store.comparisons.rename(comparisonOf(parts, id).id, name)
      return changed(parts, id)
    }),
    remove: remove.handler(({ input: { id } }) => {
      const { projectId } = comparisonOf(parts, id)
      const removed = store.comparisons.remove(id)
      parts.announce({ type: 'changed', what: 'comparisons', id: projectId })
      return { removed }
    }),
  }
}

/** @throws EngineFailure NOT_FOUND */
export function comparisonOf({ store }: Pick<EngineParts, 'store'>, id: number): SavedComparison {
  const found = store.comparisons.show(id)
  if (!found) throw new EngineFailure('NOT_FOUND', `There is no comparison ${id} any more.`)
  return found
}

function changed(parts: EngineParts, id: number): SavedComparison {
  const comparison = comparisonOf(parts, id)
  parts.announce({ type: 'changed', what: 'comparisons', id: comparison.projectId })
  return comparison
}

function refuseOthers({ store }: EngineParts, projectId: number, scoreIds: number[]): void {
  const ofProject = (id: number) => {
    const score = store.scores.show(id)
    return score !== undefined && store.ensembles.show(score.ensembleId)!.projectId === projectId
  }
  const other = scoreIds.find((id) => !ofProject(id))
  if (other !== undefined) throw new EngineFailure('NOT_FOUND', `The project has no score ${other}.`)
}
