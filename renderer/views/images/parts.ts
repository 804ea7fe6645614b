import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import { type LocationQueryRaw, useRoute } from 'vue-router'
import { useAddress } from '../../composables/useAddress.ts'

/** What of an image set one looks at. */
export type Part = 'overview' | 'browse' | 'problems' | 'pairs' | 'changes'

export const parts: Part[] = ['overview', 'browse', 'problems', 'pairs', 'changes']

export function usePart(): WritableComputedRef<Part> {
  const inAddress = useAddress('part')
  return computed({
    get: () => parts.find((part) => part === inAddress.value) ?? 'overview',
    set: (next) => (inAddress.value = next === 'overview' ? null : next),
  })
}

/** The place of a part, as a link leads to it: what else the address says of the set stays. */
export function usePlaceOf(): ComputedRef<(part: Part, query?: LocationQueryRaw) => { query: LocationQueryRaw }> {
  const route = useRoute()
  return computed(() => (part, query = {}) => {
    const { image: _, ...kept } = route.query
    return { query: { ...kept, part: part === 'overview' ? undefined : part, ...query } }
  })
}
