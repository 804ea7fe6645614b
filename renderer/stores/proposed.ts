import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useAddress } from '../composables/useAddress.ts'
import { filterText } from '../filter/filter.ts'
import { type Proposal, proposals } from '../judging/proposals.ts'
import { refilled } from '../judging/queue.ts'
import { useEvidence } from './evidence.ts'
import { useFilter } from './filter.ts'
import { useResult } from './result.ts'
import { useShownImages } from './shownImages.ts'
import { useThreshold } from './threshold.ts'
import { useVerdicts } from './verdicts.ts'

/** The images to judge next, each with the reason why. What is judged stays in its place; more come at the end. */
export const useProposed = defineStore('proposed', () => {
  const [result, shown, filter, threshold] = [useResult(), useShownImages(), useFilter(), useThreshold()]
  const [verdicts, evidence] = [useVerdicts(), useEvidence()]
  const listInAddress = useAddress('list')
  const queue = shallowRef<Proposal[]>([])

  const isWanted = computed(() => listInAddress.value === 'next' && result.images !== null)
  const isJudged = (position: number) => verdicts.kinds[position] > 0
  /** Some strategies depend on the threshold; while it is dragged nothing is proposed anew. */
  const settledThreshold = computed<number>((before) =>
    threshold.isSettled || before === undefined ? threshold.value : before)
  /** What a queue is made from, but for the verdicts: another is another queue. */
  const basis = computed(() => [
    isWanted.value, result.images, shown.scope, filterText({ ...filter.filter, verdicts: null }), evidence.strategy,
    evidence.disagreement, evidence.latents, evidence.suggestions,
    ['threshold', 'variety'].includes(evidence.strategy) ? settledThreshold.value : null,
  ])
  function refill(): void {
    if (!isWanted.value || verdicts.loading) return
    queue.value = refilled(queue.value, isJudged, (most) => proposals(evidence.strategy, evidence.evidence(), most))
  }
  watch(basis, (now, before) => {
    if (before && now.every((part, i) => part === before[i])) return
    queue.value = []
    refill()
  }, { immediate: true })
  watch([() => verdicts.kinds, () => verdicts.loading], refill)

  const reasons = computed(() => new Map(queue.value.map(({ position, reason }) => [position, reason])))
  return {
    positions: computed(() => Uint32Array.from(queue.value, ({ position }) => position)),
    waiting: computed(() => queue.value.filter(({ position }) => !isJudged(position)).length),
    isJudged,
    /** Why an image is proposed; null for one that is not. */
    reasonFor: (position: number): string | null => (isWanted.value ? (reasons.value.get(position) ?? null) : null),
  }
})
