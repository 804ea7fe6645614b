import { onScopeDispose, ref, type Ref, shallowRef, watch } from 'vue'
import type { ImageSet } from '../../../../main/contract/imageSets.ts'
import type { OriginalChanges, OriginalsNews } from '../../../../main/contract/originals.ts'
import { useEngine } from '../../../client/engine.ts'
import { type Failure, failureOf } from '../../../client/failure.ts'

export type CheckProgress = Extract<OriginalsNews, { type: 'progress' }>

/** What is known of the files that a set was imported from. */
export interface Originals {
  checking: Ref<boolean>
  progress: Ref<CheckProgress | null>
  changes: Ref<OriginalChanges | null>
  missing: Ref<boolean>
  failure: Ref<Failure | null>
  check(thorough: boolean): Promise<void>
  cancel(): void
}

/** How many files and images are not as they were. */
export const changesOf = ({ added, removed, changed, relabelled }: OriginalChanges): number =>
  added.total + removed.total + changed.total + relabelled.total

/** Checks the originals of a set quickly as soon as it is on the screen, and again when it is asked to. */
export function useOriginals(set: () => ImageSet): Originals {
  const { api } = useEngine()
  const checking = ref(false)
  const progress = shallowRef<CheckProgress | null>(null)
  const changes = shallowRef<OriginalChanges | null>(null)
  const missing = ref(false)
  const failure = shallowRef<Failure | null>(null)
  let current: AbortController | null = null

  function hear(news: OriginalsNews): void {
    if (news.type === 'progress') progress.value = news
    missing.value = news.type === 'missing'
    if (news.type === 'done') changes.value = news.changes
    if (news.type === 'failed') failure.value = news.failure
  }
  async function check(thorough: boolean): Promise<void> {
    cancel()
    const mine = new AbortController()
    current = mine
    checking.value = true
    failure.value = null
    try {
      const news = await api.originals.check({ id: set().id, thorough }, { signal: mine.signal })
      for await (const one of news) if (!mine.signal.aborted) hear(one)
    } catch (error) {
      if (!mine.signal.aborted) failure.value = failureOf(error)
    } finally {
      if (current === mine) cancel()
    }
  }
  function cancel(): void {
    current?.abort()
    current = null
    checking.value = false
    progress.value = null
  }
  watch([() => set().id, () => set().source], () => {
    changes.value = null
    missing.value = false
    void check(false)
  }, { immediate: true })
  onScopeDispose(cancel)
  return { checking, progress, changes, missing, failure, check, cancel }
}
