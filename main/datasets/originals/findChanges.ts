import { CHECKS_IN_FLIGHT } from '../concurrency.ts'
import { inOrder } from '../inOrder.ts'
import { openSource } from '../sources/openSource.ts'
import { ContentComparison } from './contentComparison.ts'
import { ImportedImages } from './importedImages.ts'
import { listOriginals } from './listOriginals.ts'
import type { ChangedPaths, OriginalsProgress, OriginalsRequest } from './originalsRequest.ts'
import { WrittenSince } from './writtenSince.ts'

export type { OriginalsProgress, OriginalsRequest } from './originalsRequest.ts'

export interface Changes extends ChangedPaths {
  /** Images that are there, and how many of them were compared by their content. */
  present: number
  compared: number
  /** Written since the import, but too many to be read. */
  unread: number
}

/**
 * What is different at a source since it was imported: names first, then the content of files that were written since, or
 * of all. The source is only read.
 * @throws ImportError where nothing can be read there, and the signal's reason soon after an abort
 */
export async function findChanges(
  request: OriginalsRequest, report: (progress: OriginalsProgress) => void, signal: AbortSignal,
): Promise<Changes> {
  const imported = await ImportedImages.read(request.rows, request.classNames)
  const source = await openSource(request.source, { unlabelled: request.unlabelled })
  try {
    const written = await WrittenSince.of(request)
    const { present, ...changes } = await listOriginals(request, { source, imported, written }, report, signal)
    const content = new ContentComparison({ source, imported, written }, request.mostRead)
    let done = 0
    for await (const { path, is } of inOrder(each(present), CHECKS_IN_FLIGHT, (path) => content.of(path), signal)) {
      if (is === 'changed' || is === 'removed') changes[is].add(path)
      report({ phase: 'comparing', done: (done += 1), total: present.length })
    }
    return { ...changes, present: present.length, compared: content.compared, unread: content.unread }
  } finally {
    await source.close()
  }
}

async function* each(paths: string[]): AsyncGenerator<string> {
  yield* paths
}
