import { defineStore } from 'pinia'
import { computed, reactive } from 'vue'
import type { VerdictKind } from '../../main/contract/verdicts.ts'
import { grouped, nothingSaid, type Said, saidOf } from '../verdicts/sayings.ts'
import { useListed } from './listed.ts'
import { useResult } from './result.ts'
import { useSelection } from './selection.ts'
import { useShownImages } from './shownImages.ts'
import { useVerdicts } from './verdicts.ts'

/** What is said beside a verdict. */
export type Remarks = Partial<Omit<Said, 'verdict'>>

/** Giving verdicts on what is selected: one image, or all that were chosen together. */
export const useJudging = defineStore('judging', () => {
  const [result, selection, shown, listed, verdicts] =
    [useResult(), useSelection(), useShownImages(), useListed(), useVerdicts()]

  const image = computed(() =>
    selection.image !== null && selection.image < (result.images?.scores.length ?? 0) ? selection.image : null,
  )
  /** Where one image of a class or a lasso is looked at, it alone is meant. */
  const isMany = computed(() => selection.group !== null && (image.value === null || !listed.narrows))
  const positions = computed<number[]>(() => {
    if (isMany.value) return [...(shown.selected ?? [])]
    return image.value === null ? [] : [image.value]
  })
  const judged = computed(() => positions.value.filter((position) => verdicts.kinds[position] > 0))
  /** The verdict that all of them have; null where they differ. */
  const verdict = computed(() => {
    const [first] = positions.value
    const isOne = positions.value.every((position) => verdicts.kinds[position] === verdicts.kinds[first])
    return isOne && first !== undefined ? (verdicts.of(first)?.verdict ?? null) : null
  })

  // Remarks on what has no verdict wait for it, also while other images are looked at.
  const drafts = reactive(new Map<number, Remarks>())
  const draftKey = computed(() => (isMany.value ? -1 : (image.value ?? -1)))
  const draft = computed<Remarks>(() => drafts.get(draftKey.value) ?? {})

  /** Goes on to the next image of the list, as it was before the verdict took any out of it. */
  function goOn(judge: () => void): void {
    const next = listed.after(new Set(positions.value))
    judge()
    if (next !== null && !(isMany.value && listed.narrows)) selection.selectImage(next, listed.narrows)
  }
  /** Each image keeps the remarks that it has, where there are no others. */
  function put(kind: VerdictKind, remarks: Remarks = {}): void {
    if (positions.value.length === 0) return
    const now = { ...draft.value, ...remarks }
    const sayings = grouped(positions.value.map((position) => {
      const said = { ...nothingSaid, ...saidOf(verdicts.of(position)), ...now, verdict: kind }
      return { position, said: kind === 'mislabelled' ? said : { ...said, class: null } }
    }))
    drafts.delete(draftKey.value)
    goOn(() => void verdicts.say(sayings))
  }
  function withdraw(): void {
    if (judged.value.length > 0) void verdicts.withdraw(judged.value)
  }
  /** Says again what was said, with other remarks; of images without a verdict, once they get one. */
  function remark(remarks: Remarks): void {
    if (judged.value.length < positions.value.length) drafts.set(draftKey.value, { ...draft.value, ...remarks })
    if (judged.value.length === 0) return
    const say = (position: number) => ({ position, said: { ...saidOf(verdicts.of(position)), ...remarks } })
    void verdicts.say(grouped(judged.value.map(say)))
  }

  /** What was undone is looked at. */
  function undo(): void {
    const images = verdicts.undoes
    void verdicts.undo()
    if (images.length === 1) shown.select(images[0])
  }
  function redo(): void {
    const images = verdicts.redoes
    void verdicts.redo()
    if (images.length === 1) shown.select(images[0])
  }
  return { positions, isMany, judged, verdict, draft, put, withdraw, remark, undo, redo }
})
