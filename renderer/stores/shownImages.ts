import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useAddress } from '../composables/useAddress.ts'
import { membership } from '../results/groups.ts'
import { ranked, ranksOf } from '../results/ranking.ts'
import { scoresByRole } from '../results/scoresByRole.ts'
import { useFilter } from './filter.ts'
import { useResult } from './result.ts'
import { useSelection } from './selection.ts'

export type Scope = 'test' | 'all'

/** Which of the result's images are shown, in their order, and which of them are selected. */
export const useShownImages = defineStore('shown images', () => {
  const result = useResult()
  const selection = useSelection()
  const filter = useFilter()
  const scopeInAddress = useAddress('scope')

  const tests = computed(() =>
    positionsWhere(result.images?.isTest.length ?? 0, (i) => result.images!.isTest[i] === 1),
  )
  const scope = computed<Scope>({
    get: () => (scopeInAddress.value === 'all' || tests.value.length === 0 ? 'all' : 'test'),
    set: (next) => (scopeInAddress.value = next === 'test' ? null : next),
  })
  /** Positions in the set of all that would be shown without a filter. */
  const scoped = computed(() =>
    scope.value === 'test' ? tests.value : Uint32Array.from(result.images?.scores.keys() ?? []),
  )
  const ranking = computed(() =>
    result.images ? ranked(scoped.value, result.images.scores) : new Uint32Array(),
  )
  /** Among all of these: a filter that hides what is judged changes no rank. */
  const ranks = computed(() => ranksOf(ranking.value, result.images?.scores.length ?? 0))

  const passing = (positions: Uint32Array) => {
    const passes = filter.passes
    return passes ? positions.filter((position) => passes[position] === 1) : positions
  }
  /** Positions in the set, rising. */
  const positions = computed(() => passing(scoped.value))
  const order = computed(() => passing(ranking.value))
  const byRole = computed(() =>
    result.images ? scoresByRole(order.value, result.images.scores, result.images.role) : [],
  )

  /** Whether a position is in the selected group; null where no group is selected. */
  const inGroup = computed(() => {
    const [images, group] = [result.images, selection.group]
    if (!images || !group) return null
    const inside = maskOf(membership(group, images, selection.lassoed), images.scores.length)
    return (position: number) => inside[position] === 1
  })
  const selected = computed(() => (inGroup.value ? order.value.filter(inGroup.value) : null))

  /** Selects one image; a group that it does not belong to is given up. */
  function select(position: number | null): void {
    selection.selectImage(position, position === null || (inGroup.value?.(position) ?? false))
  }

  return {
    scope, tests, scoped, ranking, ranks, positions, order, byRole, inGroup, selected, select, passing,
  }
})

function positionsWhere(length: number, wanted: (position: number) => boolean): Uint32Array {
  return Uint32Array.from({ length }, (_, i) => i).filter(wanted)
}

/** Looked up once for each position, however many ask. */
function maskOf(inside: (position: number) => boolean, length: number): Uint8Array {
  const mask = new Uint8Array(length)
  for (let i = 0; i < length; i++) if (inside(i)) mask[i] = 1
  return mask
}
