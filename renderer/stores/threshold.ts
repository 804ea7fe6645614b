import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useAddress, useWriteAddress } from '../composables/useAddress.ts'
import { above } from '../results/scoresByRole.ts'
import { useFilter } from './filter.ts'
import { useResult } from './result.ts'
import { useSavedThresholds } from './savedThresholds.ts'
import { useShownImages } from './shownImages.ts'

/** How the address names a saved threshold. */
const savedPattern = /^saved:(\d{1,9})$/

/**
 * The score above which images are flagged: the one in use, another saved one, or one that a person drags or has
 * chosen by a rule.
 */
export const useThreshold = defineStore('threshold', () => {
  const result = useResult()
  const shown = useShownImages()
  const saved = useSavedThresholds()
  const inAddress = useAddress('threshold')
  const write = useWriteAddress()
  const dragged = ref<number | null>(null)

  /** The one in use, as the list of scores has it: another window may have changed it. */
  const inUse = computed(() => {
    const images = result.images
    return result.scores?.find(({ id }) => id === images?.score.id)?.threshold ?? images?.score.threshold ?? null
  })
  const stored = computed(() => inUse.value?.value ?? 0)
  const isOwn = computed(() => dragged.value !== null || inAddress.value !== null)
  const savedId = computed(() => Number(savedPattern.exec(inAddress.value ?? '')?.[1] ?? NaN))
  /** The saved threshold that is looked at, unless one was dragged away from it. */
  const chosen = computed(() => {
    if (isOwn.value && Number.isNaN(savedId.value)) return null
    return saved.list.find(({ id, inUse: isUsed }) => (isOwn.value ? id === savedId.value : isUsed)) ?? null
  })
  const value = computed(() => {
    if (dragged.value !== null) return dragged.value
    const kept = inAddress.value === null ? NaN : (chosen.value?.value ?? Number(inAddress.value))
    return Number.isFinite(kept) ? kept : stored.value
  })
  // The filter cannot ask: what is shown depends on it, and what is flagged on what is shown.
  const filter = useFilter()
  watch(value, (next) => (filter.threshold = next), { immediate: true, flush: 'sync' })
  /** How many of each role are flagged. */
  const flagged = computed(() => shown.byRole.map((rising) => above(rising, value.value)))

  /** While dragging, everything follows, but for the address. */
  const isSettled = ref(true)
  function drag(next: number): void {
    dragged.value = next
    isSettled.value = false
  }
  /** @param rule the text of the rule that chose it; by hand where there is none */
  function settle(next: number, rule: string | null = null): void {
    dragged.value = next
    isSettled.value = true
    write({ threshold: String(next), rule })
  }
  function take(id: number): void {
    dragged.value = null
    write({ threshold: saved.list.find((one) => one.id === id)?.inUse ? null : `saved:${id}`, rule: null })
  }
  function reset(): void {
    dragged.value = null
    write({ threshold: null, rule: null })
  }

  watch(inAddress, () => (dragged.value = null))
  return { value, stored, inUse, chosen, isOwn, isSettled, flagged, drag, settle, take, reset }
})
