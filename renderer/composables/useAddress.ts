import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** A parameter of the address, which a reload restores; null where it is not there. */
export function useAddress(name: string): WritableComputedRef<string | null> {
  const route = useRoute()
  const write = useWriteAddress()
  return computed({
    get: () => one(route.query[name]),
    set: (value) => write({ [name]: value }),
  })
}

/** Several parameters at once: null takes one away. Does not add to the history. */
export function useWriteAddress(): (changes: Record<string, string | null>) => void {
  const router = useRouter()
  return (changes) => {
    const { query, params, name } = router.currentRoute.value
    const kept = Object.entries({ ...query, ...changes }).filter(([, value]) => value !== null)
    void router.replace({ name: name ?? undefined, params, query: Object.fromEntries(kept) })
  }
}

export function one(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
