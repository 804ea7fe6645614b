import { createHash } from 'node:crypto'
import type { Store } from '../../store/openStore.ts'
import type { ArchiveResult } from '../../workers/messages.ts'
import { bundleEntries } from '../bundle/bundleEntries.ts'

/** A hash of an archive's rows and files: the same however often and by whatever name it was packed. */
export function contentOf(files: ArchiveResult['files']): string {
  const words: ReadonlySet<string> = new Set(bundleEntries)
  const lines = files.filter(({ name }) => !words.has(name)).map(({ name, sha256 }) => `${sha256} ${name}\n`)
  return createHash('sha256').update(lines.toSorted().join('')).digest('hex')
}

/** The newest project that was made of that content and is still in sight; null where there is none. */
export function openedBefore({ jobs, projects }: Store, content: string): number | null {
  const there = new Set(projects.list().map(({ id }) => id))
  const made = jobs.list(['done']).filter(({ kind, result }) => kind === 'restore' && result?.content === content)
  const ids = made.map(({ result }) => Number(result!.projectId))
  return ids.findLast((id) => there.has(id)) ?? null
}
