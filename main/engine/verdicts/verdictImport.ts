import type { ImageSet } from '../../contract/imageSets.ts'
import type { VerdictEntry, VerdictImport, WrittenVerdict } from '../../contract/verdicts.ts'
import { now } from '../../store/now.ts'
import type { NewVerdict } from '../../store/verdicts.ts'
import type { EngineParts } from '../parts.ts'

/**
 * Adds verdicts from elsewhere to a set's images, in one transaction. A hash decides where there is one: a file that has
 * the same path but other content is not what was judged.
 */
export function importVerdicts(
  { store, announce }: EngineParts, { id, projectId }: ImageSet, written: WrittenVerdict[],
): VerdictImport {
  const paths = written.flatMap(({ path, hash }) => (hash === null && path !== null ? [path] : []))
  const byPath = store.images.hashesByPath(id, paths)
  const contentOf = ({ path, hash }: WrittenVerdict) => {
    if (hash !== null) return store.images.hasHash(id, hash) ? hash : undefined
    return path === null ? undefined : byPath.get(path)
  }
  const result: VerdictImport = { imported: 0, unchanged: 0, unknown: [] }
  store.transaction(() => {
    for (const one of written) {
      const hash = contentOf(one)
      if (hash === undefined) result.unknown.push(one.path ?? one.hash ?? '')
      else if (isSame(store.verdicts.current({ projectId, hash }), one)) result.unchanged++
      else {
        store.verdicts.add({ projectId, hash }, entryOf(one))
        result.imported++
      }
    }
  })
  if (result.imported > 0) announce({ type: 'changed', what: 'verdicts', id: projectId })
  return result
}

function entryOf({ verdict, note, tags, class: name, judged }: WrittenVerdict): NewVerdict {
  const when = judged === null ? now() : new Date(judged).toISOString()
  return { verdict, note, tags, class: name, judged: when, scoreId: null }
}

/** Whether nothing would be added but the time. */
function isSame(current: VerdictEntry | undefined, written: WrittenVerdict): boolean {
  if (!current) return false
  const said = ({ verdict, note, tags, class: name }: VerdictEntry | WrittenVerdict) =>
    JSON.stringify([verdict, note, tags, name])
  return said(current) === said(written)
}
