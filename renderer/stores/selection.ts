import { defineStore } from 'pinia'
import { computed } from 'vue'
import { one, useWriteAddress } from '../composables/useAddress.ts'
import { useRoute } from 'vue-router'

/** A group of images that was selected together: scores from `from` up to `to`, or all images of a class. */
export type Group = { kind: 'scores'; from: number; to: number } | { kind: 'class'; label: number }

/**
 * The one selection that all panes show: at most one group and one image, the image being within the group
 * where there is one. It lies in the address.
 */
export const useSelection = defineStore('selection', () => {
  const route = useRoute()
  const write = useWriteAddress()
  const image = computed(() => wholeNumber(one(route.query.image)))
  const group = computed(() => parseGroup(one(route.query.group)))

  /** @param within whether the image lies in the selected group, which then stays */
  function selectImage(position: number | null, within: boolean): void {
    write({ image: position === null ? null : String(position), ...(within ? {} : { group: null }) })
  }

  function selectGroup(next: Group | null): void {
    write({ group: next && groupText(next), image: null })
  }

  return { image, group, selectImage, selectGroup, clear: () => write({ image: null, group: null }) }
})

/** `scores:1.5~2`, `class:3` */
export function groupText(group: Group): string {
  return group.kind === 'class' ? `class:${group.label}` : `scores:${group.from}~${group.to}`
}

export function parseGroup(text: string | null): Group | null {
  const scores = text?.match(/^scores:(.+)~(.+)$/)
  if (scores) {
    const [from, to] = [Number(scores[1]), Number(scores[2])]
    return from < to ? { kind: 'scores', from, to } : null
  }
  const label = wholeNumber(text?.match(/^class:(.+)$/)?.[1] ?? null)
  return label === null ? null : { kind: 'class', label }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}
