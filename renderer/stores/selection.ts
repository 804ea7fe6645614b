import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { one, useAddress, useWriteAddress } from '../composables/useAddress.ts'
import { type Group, groupText, parseGroup } from '../results/groups.ts'

/**
 * The one selection that all panes show: at most one group and one image, the image being within the group
 * where there is one. It lies in the address.
 */
export const useSelection = defineStore('selection', () => {
  const route = useRoute()
  const write = useWriteAddress()
  const image = computed(() => wholeNumber(one(route.query.image)))
  // By its text, so that another image in the address is not another group: all that is shown depends on it.
  const groupInAddress = useAddress('group')
  const group = computed(() => parseGroup(groupInAddress.value))
  /** One a position, 1 where it lies in the polygon of a lasso: known to the picture that it was drawn over. */
  const lassoed = shallowRef<Uint8Array | null>(null)

  /** @param within whether the image lies in the selected group, which then stays */
  function selectImage(position: number | null, within: boolean): void {
    write({ image: position === null ? null : String(position), ...(within ? {} : { group: null }) })
  }

  /** @param looked the image within it that is looked at */
  function selectGroup(next: Group | null, looked: number | null = null): void {
    write({ group: next && groupText(next), image: looked === null ? null : String(looked) })
  }

  /** Selects what is not selected; where nothing is, everything. */
  function invert(): void {
    const now = group.value
    selectGroup(now ? { ...now, inverted: !now.inverted } : { kind: 'all' })
  }

  const clear = () => write({ image: null, group: null })
  return { image, group, lassoed, selectImage, selectGroup, invert, clear }
})

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}
