import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { VerdictChange, VerdictEntry, VerdictKind } from '../../main/contract/verdicts.ts'
import { useEngine } from '../client/engine.ts'
import { useCalm } from '../composables/useCalm.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { codesOf, type Entries, foreseen, tagsIn, withChanges } from '../verdicts/entries.ts'
import { answered, type Deed, movedBack, moved, noDeeds, type Side, withDone } from '../verdicts/deeds.ts'
import { nothingSaid, restoring, type Said, type Saying } from '../verdicts/sayings.ts'
import { allVerdicts, type Answer, tell } from '../verdicts/telling.ts'
import { useConnection } from './connection.ts'
import { useResult } from './result.ts'
import { useUnsavedVerdicts } from './unsavedVerdicts.ts'

/**
 * What was said of the images that are shown. It is seen at once and told to the engine in the order in which it was
 * said; what the engine refuses is taken from sight again, and named in `failure`.
 */
export const useVerdicts = defineStore('verdicts', () => {
  const { api } = useEngine()
  const result = useResult()
  const setId = computed(() => result.images?.set.id ?? null)

  // A page that was read before something was saved knows nothing of it: while a list is read, it is written down.
  const journals = new Set<VerdictChange[]>()
  const saved = useLoaded(async () => {
    if (setId.value === null) return null
    const journal: VerdictChange[] = []
    journals.add(journal)
    const entries = await allVerdicts(api, setId.value).finally(() => journals.delete(journal))
    return withChanges(entries, journal)
  }, [setId])
  const reloadSoon = useCalm(() => void saved.reload(), 250)
  useConnection().onEvent((event) => {
    if (event.type !== 'changed' || event.what !== 'verdicts') return
    // Another window's, or those of exact copies.
    if (event.id === result.images?.set.projectId) reloadSoon()
  })

  const pending = shallowRef<VerdictChange[][]>([])
  const entries = computed<Entries>(() => withChanges(saved.value.value ?? new Map(), pending.value.flat()))
  const deeds = shallowRef(noDeeds)
  const unsaved = useUnsavedVerdicts(entries)
  watch(setId, () => {
    deeds.value = noDeeds
    unsaved.forget()
  })

  let told: Promise<void> = Promise.resolve()
  let deedsDone = 0

  /** Shows what will change, and tells the engine when it is its turn: by then, what came before is answered. */
  function carryOut(sayings: () => Saying[], settle: (answer: Answer) => void): Promise<void> {
    const [imageSetId, scoreId] = [setId.value!, result.images!.score.id]
    const seen = foreseen(entries.value, sayings(), scoreId)
    pending.value = [...pending.value, seen]
    told = told.then(async () => {
      const answer = await tell(api, { imageSetId, scoreId }, sayings())
      pending.value = pending.value.filter((one) => one !== seen)
      if (imageSetId !== setId.value) return
      journals.forEach((journal) => journal.push(...answer.changes))
      saved.value.value = withChanges(saved.value.value ?? new Map(), answer.changes)
      settle(answer)
    })
    return told
  }

  /** @param positions in the set. Resolves once the engine has answered, whatever it answered. */
  function say(sayings: Saying[]): Promise<void> {
    if (setId.value === null) return told
    const changes = foreseen(entries.value, sayings, null)
    if (changes.length === 0) return told
    const id = ++deedsDone
    deeds.value = withDone(deeds.value, { id, changes })
    unsaved.without(changes)
    return carryOut(() => sayings, (answer) => {
      deeds.value = answered(deeds.value, id, answer.changes)
      unsaved.keep(answer)
    })
  }

  function move(to: Side): Promise<void> {
    const next = moved(deeds.value, to)
    if (!next.deed) return told
    const { id } = next.deed
    deeds.value = next.deeds
    const changes = () => [...deeds.value.done, ...deeds.value.undone].find((deed) => deed.id === id)?.changes ?? []
    return carryOut(() => restoring(changes(), to === 'undone' ? 'before' : 'after'), (answer) => {
      const images = new Set(answer.unsaid.flatMap(({ positions }) => positions))
      deeds.value = movedBack(deeds.value, to, id, images)
      unsaved.tell(answer, to === 'undone' ? 'taken back' : 'done again')
    })
  }

  const imagesOf = (side: Deed[]) => side.at(-1)?.changes.map(({ position }) => position) ?? []
  const put = (positions: number[], verdict: VerdictKind, remarks: Partial<Omit<Said, 'verdict'>> = {}) =>
    say([{ positions, said: { ...nothingSaid, ...remarks, verdict } }])

  return {
    entries,
    /** One byte an image, as `codesOf` says; its length is 0 while there is no result. */
    kinds: computed(() => codesOf(entries.value, result.images?.scores.length ?? 0)),
    tags: computed(() => tagsIn(entries.value)),
    of: (position: number): VerdictEntry | null => entries.value.get(position) ?? null,
    loading: saved.loading,
    listFailure: saved.failure,
    reload: saved.reload,
    say,
    put,
    withdraw: (positions: number[]) => say([{ positions, said: nothingSaid }]),
    undo: () => move('undone'),
    redo: () => move('done'),
    /** The images of which undo, and redo, would change the verdict; none where there is nothing to undo. */
    undoes: computed(() => imagesOf(deeds.value.done)),
    redoes: computed(() => imagesOf(deeds.value.undone)),
    failure: unsaved.failure,
    unsaved: unsaved.sayings,
    /** Says again what was not saved. */
    again: () => say(unsaved.sayings.value),
    forget: unsaved.forget,
  }
})
