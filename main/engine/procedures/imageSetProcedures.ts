import path from 'node:path'
import { refuseIfBusy } from '../../jobs/queue/busy.ts'
import { compareOriginals } from '../../jobs/importing/compareOriginals.ts'
import type { JobRequests } from '../../jobs/queue/job.ts'
import { removeImageSet } from '../../jobs/removal.ts'
import { imageRow } from '../../store/images.ts'
import { checkSource } from './checkSource.ts'
import { imageAt, imageSetOf, refuseUnready } from './imageSetOf.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function imageSetProcedures(parts: EngineParts) {
  const { store, queue, announce } = parts
  const { list, show, images, row, problems, pairs, remove } = procedures.imageSets
  const page = <T extends { id: number }>(input: T) => ({ ...input, id: imageSetOf(store, input.id).id })
  return {
    import: importProcedure(parts),
    importSample: importSampleProcedure(parts),
    list: list.handler(({ input }) => store.imageSets.list(input.project)),
    show: show.handler(({ input }) => imageSetOf(store, input.id)),
    images: images.handler(({ input }) => {
      const { id, classes } = imageSetOf(store, input.id)
      return store.images.page({ ...input, id }).map((record) => imageRow(record, classes))
    }),
    row: row.handler(({ input }) => {
      const { set: { classes }, image } = imageAt(store, input.id, input.position)
      return imageRow(image, classes)
    }),
    problems: problems.handler(({ input }) => store.findings.problems(page(input))),
    pairs: pairs.handler(({ input }) => store.findings.pairs(page(input), imageSetOf(store, input.id).classes)),
    relocate: relocateProcedure(parts),
    remove: remove.handler(async ({ input }) => {
      const { id } = imageSetOf(store, input.id)
      refuseIfBusy(queue, store, ({ imageSets }) => imageSets.includes(id))
      const freedBytes = await removeImageSet(store, id)
      announce({ type: 'changed', what: 'imageSets', id })
      return { freedBytes }
    }),
  }
}

function importProcedure(parts: EngineParts) {
  return procedures.imageSets.import.handler(async ({ input }) => {
    const { project, name, ...options } = input
    await checkSource(options.source)
    if (options.like !== undefined) imageSetOf(parts.store, options.like)
    return submitImport(parts, project, name ?? path.basename(options.source), { options })
  })
}

/**
 * The sample lies in the workspace, where its originals are found again whatever becomes of this program's
 * folder.
 */
function importSampleProcedure(parts: EngineParts) {
  return procedures.imageSets.importSample.handler(({ input }) => {
    const source = path.join(parts.store.workspace, 'samples', 'fashion')
    return submitImport(parts, input.project, 'fashion', { options: { source }, sample: true })
  })
}

export type ImportOrder = Omit<JobRequests['import'], 'imageSetId'>

/** Opens a new version of the set of that name, and has it imported. */
export function submitImport({ store, queue, announce }: EngineParts, project: string, name: string, order: ImportOrder) {
  const { source } = order.options
  const [projectId, id] = store.transaction(() => {
    const projectId = store.projects.named(project)?.id ?? store.projects.create(project)
    return [projectId, store.imageSets.open(projectId, name, source)]
  })
  announce({ type: 'changed', what: 'imageSets', id })
  const title = `Import of ${path.basename(source)}`
  const job = queue.submit({ kind: 'import', projectId, title, request: { imageSetId: id, ...order } })
  return { id, jobId: job.id }
}

function relocateProcedure(parts: EngineParts) {
  const { store, announce } = parts
  return procedures.imageSets.relocate.handler(async ({ input }) => {
    const set = imageSetOf(store, input.id)
    const { id } = set
    refuseUnready(set)
    await checkSource(input.source)
    await compareOriginals(parts, id, input.source)
    store.imageSets.move(id, input.source)
    announce({ type: 'changed', what: 'imageSets', id })
    return imageSetOf(store, id)
  })
}
