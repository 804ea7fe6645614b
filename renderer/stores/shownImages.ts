import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useAddress } from '../composables/useAddress.ts'
import { membership } from '../results/groups.ts'
import { ranked, ranksOf } from '../results/ranking.ts'
import { scoresByRole } from '../results/scoresByRole.ts'
import { useResult } from './result.ts'
import { useSelection } from './selection.ts'

export type Scope = 'test' | 'all'

/** Which of the result's images are shown, in their order, and which of them are selected. */
export const useShownImages = defineStore('shown images', () => {
  const result = useResult()
  const selection = useSelection()
  const scopeInAddress = useAddress('scope')

  const tests = computed(() =>
    positionsWhere(result.images?.isTest.length ?? 0, (i) => result.images!.isTest[i] === 1),
  )
  const scope = computed<Scope>({
    get: () => (scopeInAddress.value === 'all' || tests.value.length === 0 ? 'all' : 'test'),
    set: (next) => (scopeInAddress.value = next === 'test' ? null : next),
  })
  /** Positions in the set. */
  const positions = computed(() =>
    scope.value === 'test' ? tests.value : Uint32Array.from(result.images?.scores.keys() ?? []),
  )
  const order = computed(() =>
    result.images ? ranked(positions.value, result.images.scores) : new Uint32Array(),
  )
  const ranks = computed(() => ranksOf(order.value, result.images?.scores.length ?? 0))
  const byRole = computed(() =>
    result.images ? scoresByRole(positions.value, result.images.scores, result.images.role) : [],
  )

  /** Whether a position is in the selected group; null where no group is selected. */
  const inGroup = computed(() => {
    const [images, group] = [result.images, selection.group]
    return images && group ? membership(group, images, selection.lassoed) : null
  })
  const selected = computed(() => (inGroup.value ? order.value.filter(inGroup.value) : null))

  /** Selects one image; a group that it does not belong to is given up. */
  function select(position: number | null): void {
    selection.selectImage(position, position === null || (inGroup.value?.(position) ?? false))
  }

  return { scope, tests, positions, order, ranks, byRole, inGroup, selected, select }
})

function positionsWhere(length: number, wanted: (position: number) => boolean): Uint32Array {
  return Uint32Array.from({ length }, (_, i) => i).filter(wanted)
}
