import { EngineFailure } from '../../contract/errors.ts'
import type { Project } from '../../contract/projects.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { projectOf } from './projectOf.ts'

export function projectProcedures(parts: EngineParts) {
  const { store, announce, detectors } = parts
  const { list, cards, create, rename, open } = procedures.projects
  const show = (id: number) => projectOf(store, id)
  const changed = (id: number) => {
    announce({ type: 'changed', what: 'projects', id })
    return show(id)
  }
  const refuseTaken = (name: string, id?: number) => {
    const other = store.projects.named(name)
    if (other && other.id !== id) throw new EngineFailure('CONFLICT', `There is a project "${name}" already.`, 'Choose another name.')
  }
  return {
    list: list.handler(() => store.projects.list()),
    cards: cards.handler(() => store.projectCards.list(detectors.map(({ id }) => id))),
    create: create.handler(({ input }) => {
      refuseTaken(input.name)
      return changed(store.projects.create(input.name))
    }),
    rename: rename.handler(({ input }) => {
      show(input.id)
      refuseTaken(input.name, input.id)
      store.projects.rename(input.id, input.name)
      return changed(input.id)
    }),
    open: open.handler(({ input }) => {
      show(input.id)
      store.projects.opened(input.id)
      return changed(input.id)
    }),
    ...copyAndRemoval(parts, show),
  }
}

function copyAndRemoval({ queue, discards }: EngineParts, show: (id: number) => Project) {
  const { duplicate, discard, discarded, takeBack, remove } = procedures.projects
  return {
    duplicate: duplicate.handler(({ input: { id, name } }) => {
      const { name: own } = show(id)
      const request = { projectId: id, name: name ?? `${own} copy` }
      return { jobId: queue.submit({ kind: 'copy', projectId: id, title: `Copy of ${own}`, request }).id }
    }),
    discard: discard.handler(({ input }) => {
      show(input.id)
      return discards.discard(input.id)
    }),
    discarded: discarded.handler(() => discards.list()),
    takeBack: takeBack.handler(({ input }) => {
      discards.takeBack(input.id)
      return show(input.id)
    }),
    remove: remove.handler(async ({ input }) => {
      if (!discards.list().some(({ id }) => id === input.id)) show(input.id)
      return { freedBytes: await discards.remove(input.id) }
    }),
  }
}
