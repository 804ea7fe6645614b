import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useAddress } from '../composables/useAddress.ts'
import { above } from '../results/scoresByRole.ts'
import { useFilter } from './filter.ts'
import { useResult } from './result.ts'
import { useShownImages } from './shownImages.ts'

/** The score above which images are flagged: the stored one, or one that a person drags. */
export const useThreshold = defineStore('threshold', () => {
  const result = useResult()
  const shown = useShownImages()
  const inAddress = useAddress('threshold')
  const dragged = ref<number | null>(null)

  const stored = computed(() => result.images?.score.threshold.value ?? 0)
  const isOwn = computed(() => dragged.value !== null || inAddress.value !== null)
  const value = computed(() => {
    if (dragged.value !== null) return dragged.value
    const kept = inAddress.value === null ? NaN : Number(inAddress.value)
    return Number.isFinite(kept) ? kept : stored.value
  })
  // The filter cannot ask: what is shown depends on it, and what is flagged on what is shown.
  const filter = useFilter()
  watch(value, (next) => (filter.threshold = next), { immediate: true, flush: 'sync' })
  /** How many of each role are flagged. */
  const flagged = computed(() => shown.byRole.map((rising) => above(rising, value.value)))

  /** While dragging, everything follows, but for the address. */
  const drag = (next: number) => (dragged.value = next)
  function settle(next: number): void {
    dragged.value = Number(next.toPrecision(7))
    inAddress.value = String(dragged.value)
  }
  function reset(): void {
    inAddress.value = null
    dragged.value = null
  }

  watch(inAddress, () => (dragged.value = null))
  return { value, stored, isOwn, flagged, drag, settle, reset }
})
