import { defineStore } from 'pinia'
import { computed } from 'vue'
import { useAddress, useWriteAddress } from '../composables/useAddress.ts'
import { sorted, sorts } from '../results/sorting.ts'
import { useLabelIssues } from './labelIssues.ts'
import { useResult } from './result.ts'
import { useSelection } from './selection.ts'
import { useShownImages } from './shownImages.ts'
import { useVerdicts } from './verdicts.ts'

export type ListTab = 'ranked' | 'labels'

/** The list of images that is gone through: which it is, and in what order. It lies in the address. */
export const useListed = defineStore('listed', () => {
  const result = useResult()
  const shown = useShownImages()
  const selection = useSelection()
  const verdicts = useVerdicts()
  const issues = useLabelIssues()
  const write = useWriteAddress()
  const [tabInAddress, sortInAddress, orderInAddress] = [useAddress('list'), useAddress('sort'), useAddress('order')]

  const tab = computed<ListTab>({
    get: () => (tabInAddress.value === 'labels' ? 'labels' : 'ranked'),
    set: (next) => (tabInAddress.value = next === 'ranked' ? null : next),
  })
  const sort = computed({
    get: () => sorts.find(({ value }) => value === sortInAddress.value) ?? sorts[0],
    set: ({ value }) => write({ sort: value === 'score' ? null : value, order: null }),
  })
  const falls = computed({
    get: () => (orderInAddress.value === 'turned') !== sort.value.falls,
    set: (next) => (orderInAddress.value = next === sort.value.falls ? null : 'turned'),
  })

  /** A class or a lasso is listed alone; images that were chosen one by one are marked among the others. */
  const narrows = computed(() => {
    const kind = selection.group?.kind
    return kind !== undefined && kind !== 'images' && kind !== 'all'
  })
  const inOrder = computed(() =>
    result.images
      ? sorted(shown.ranking, sort.value.value, falls.value, result.images, timesOf())
      : new Uint32Array(),
  )
  const nobody = new Map()
  /** Verdicts change often, and sorting takes long: it is done again only where it is by them. */
  const timesOf = () => (sort.value.value === 'judged' ? verdicts.entries : nobody)

  /** Positions in the order in which they are listed. */
  const listed = computed(() => {
    const all = tab.value === 'labels' ? shown.passing(issues.positions) : shown.passing(inOrder.value)
    const { inGroup } = shown
    return narrows.value && inGroup ? all.filter(inGroup) : all
  })

  /** The image after the last of some; null where none follows. */
  function after(images: ReadonlySet<number>): number | null {
    const last = listed.value.findLastIndex((position) => images.has(position))
    return last < 0 ? null : (listed.value[last + 1] ?? null)
  }
  return { tab, sort, falls, narrows, listed, after }
})
