import { defineStore } from 'pinia'
import { computed } from 'vue'
import { disputed, inQuadrant, moved, type Quadrant, quadrants } from '../comparisons/pairs.ts'
import { useAddress } from '../composables/useAddress.ts'
import { useComparison } from './comparison.ts'

/** Which images of a comparison are gone through: what only one column flags, what moved most, or a quadrant. */
export type ComparedList = 'disputed' | 'moved' | Quadrant

const lists: ComparedList[] = ['disputed', 'moved', ...quadrants]
/** In a ranking of thousands, what moved least is of no interest. */
const mostMoved = 200

/** The images of two columns that are looked at one by one. It lies in the address. */
export const useComparedList = defineStore('compared list', () => {
  const comparison = useComparison()
  const inAddress = useAddress('show')
  const list = computed<ComparedList>({
    get: () => lists.find((one) => one === inAddress.value) ?? 'disputed',
    set: (next) => (inAddress.value = next === 'disputed' ? null : next),
  })
  /** Positions in the first column's set, those first whose ranks differ most. */
  const positions = computed(() => {
    const columns = comparison.images?.aligned
    if (!columns) return new Uint32Array()
    if (list.value === 'disputed') return disputed(columns, comparison.pair)
    if (list.value === 'moved') return moved(columns, comparison.pair).subarray(0, mostMoved)
    return inQuadrant(columns, comparison.pair, list.value)
  })
  return { list, positions }
})
