import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useAddress, useWriteAddress } from '../composables/useAddress.ts'
import { sorted } from '../results/sorting.ts'
import { sorts } from '../results/sorts.ts'
import { useLabelIssues } from './labelIssues.ts'
import { useProposed } from './proposed.ts'
import { useResult } from './result.ts'
import { useSelection } from './selection.ts'
import { useShownImages } from './shownImages.ts'
import { useVerdicts } from './verdicts.ts'

export type ListTab = 'ranked' | 'next' | 'labels'
const listTabs: ListTab[] = ['ranked', 'next', 'labels']

/** The list of images that is gone through: which it is, and in what order. It lies in the address. */
export const useListed = defineStore('listed', () => {
  const result = useResult()
  const shown = useShownImages()
  const selection = useSelection()
  const verdicts = useVerdicts()
  const issues = useLabelIssues()
  const proposed = useProposed()
  const write = useWriteAddress()
  const [tabInAddress, sortInAddress, orderInAddress] = [useAddress('list'), useAddress('sort'), useAddress('order')]

  const tab = computed<ListTab>({
    get: () => listTabs.find((one) => one === tabInAddress.value) ?? 'ranked',
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

  /** What another screen goes through in the place of these lists: positions in its order. */
  const elsewhere = shallowRef<Uint32Array | null>(null)

  const positionsOf: Record<ListTab, () => Uint32Array> = {
    ranked: () => inOrder.value, next: () => proposed.positions, labels: () => issues.positions,
  }
  /** Positions in the order in which they are listed. */
  const listed = computed(() => {
    if (elsewhere.value) return elsewhere.value
    const all = shown.passing(positionsOf[tab.value]())
    const { inGroup } = shown
    return narrows.value && inGroup ? all.filter(inGroup) : all
  })

  /** The image after the last of some; null where none follows. Of what is to be judged, the next that is not yet. */
  function after(images: ReadonlySet<number>): number | null {
    const last = listed.value.findLastIndex((position) => images.has(position))
    if (last < 0) return null
    const rest = listed.value.subarray(last + 1)
    return (tab.value === 'next' ? rest.find((position) => !proposed.isJudged(position)) : rest[0]) ?? null
  }
  return { tab, sort, falls, narrows, elsewhere, listed, after }
})
