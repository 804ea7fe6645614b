import type { VerdictChange, VerdictEntry } from '../../main/contract/verdicts.ts'
import { codeOf } from './kinds.ts'
import type { Saying } from './sayings.ts'

/** The current verdicts of a set's images by position; an image without one is not in it. */
export type Entries = ReadonlyMap<number, VerdictEntry>

/** The entries after some changes. What is older than what is there counts for nothing: entries are numbered as they come. */
export function withChanges(entries: Entries, changes: VerdictChange[]): Entries {
  const next = new Map(entries)
  for (const { position, after } of changes) {
    const there = next.get(position)
    if (there && there.id > after.id) continue
    if (after.verdict === null) next.delete(position)
    else next.set(position, after)
  }
  return next
}

/** Not yet numbered by the engine: newer than all that is. */
const unsaved = Number.MAX_SAFE_INTEGER

/** What will have changed once the engine has heard it. */
export function foreseen(
  entries: Entries, sayings: Saying[], scoreId: number | null, now = new Date().toISOString(),
): VerdictChange[] {
  return sayings.flatMap(({ positions, said }) =>
    [...new Set(positions)]
      .filter((position) => said.verdict !== null || entries.has(position))
      .map((position) => {
        const after = { ...said, id: unsaved, judged: now, scoreId }
        return { position, before: entries.get(position) ?? null, after }
      }),
  )
}

/** One byte an image: 0 where there is no verdict, else 1 anomaly, 2 normal, 3 mislabelled, 4 unsure. */
export function codesOf(entries: Entries, images: number): Uint8Array {
  const codes = new Uint8Array(images)
  for (const [position, { verdict }] of entries) codes[position] = codeOf(verdict)
  return codes
}

/** The tags in use, those of most images first. */
export function tagsIn(entries: Entries): { tag: string; images: number }[] {
  const images = new Map<string, number>()
  for (const { tags } of entries.values()) for (const tag of tags) images.set(tag, (images.get(tag) ?? 0) + 1)
  return [...images].map(([tag, n]) => ({ tag, images: n }))
    .sort((a, b) => b.images - a.images || a.tag.localeCompare(b.tag))
}
