import { EngineFailure } from '../contract/errors.ts'
import { refuseIfBusy } from '../jobs/busy.ts'
import { removeProject } from '../jobs/removal.ts'
import type { EngineParts } from './parts.ts'
import { procedures } from './procedures.ts'

export function projectProcedures({ store, queue, announce }: EngineParts) {
  const { list, create, rename, remove } = procedures.projects
  const show = (id: number) => {
    const project = store.projects.show(id)
    if (!project) throw new EngineFailure('NOT_FOUND', `There is no project ${id}.`)
    return project
  }
  const refuseTaken = (name: string, id?: number) => {
    const other = store.projects.named(name)
    if (other && other.id !== id) throw new EngineFailure('CONFLICT', `There is a project "${name}" already.`)
  }
  return {
    list: list.handler(() => store.projects.list()),
    create: create.handler(({ input }) => {
      refuseTaken(input.name)
      const id = store.projects.create(input.name)
      announce({ type: 'changed', what: 'projects', id })
      return show(id)
    }),
    rename: rename.handler(({ input }) => {
      show(input.id)
      refuseTaken(input.name, input.id)
      store.projects.rename(input.id, input.name)
      announce({ type: 'changed', what: 'projects', id: input.id })
      return show(input.id)
    }),
    remove: remove.handler(async ({ input }) => {
      const { id } = show(input.id)
      refuseIfBusy(queue, store, ({ projectId }) => projectId === id)
      const freedBytes = await removeProject(store, input.id)
      announce({ type: 'changed', what: 'projects', id: input.id })
      return { freedBytes }
    }),
  }
}
