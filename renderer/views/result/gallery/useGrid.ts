import { computed, nextTick, onMounted, type Ref, watch } from 'vue'
import { useListed } from '../../../stores/listed.ts'
import { useSelection } from '../../../stores/selection.ts'
import { useShownImages } from '../../../stores/shownImages.ts'
import { nextIndex } from '../../../components/gridKeys.ts'
import type { Held, useChoosing } from './useChoosing.ts'

/**
 * What grids and rows of images have in common: which is looked at, which are chosen, and where the keys lead.
 * @param scroller holds the images, each with its place in the list as `data-index`
 * @param columns images in a row
 * @param show scrolls to an image by its place in the list
 */
export function useGrid(
  scroller: Readonly<Ref<HTMLElement | null>>, columns: () => number, show: (index: number) => void,
  choosing: ReturnType<typeof useChoosing>,
) {
  const [listed, selection, shown] = [useListed(), useSelection(), useShownImages()]
  const at = computed(() => (selection.image === null ? -1 : listed.listed.indexOf(selection.image)))
  /** The one image that the Tab key reaches. */
  const reachable = computed(() => Math.max(0, at.value))
  const showNow = () => void nextTick(() => at.value >= 0 && show(at.value))
  watch([at, columns], showNow, { flush: 'post' })
  onMounted(showNow)

  // The focus follows the image that is looked at, also where its own was taken out of the list.
  let hadFocus = false
  function followFocus(): void {
    requestAnimationFrame(() => {
      const { activeElement } = document
      const isLost = activeElement === document.body && hadFocus
      if (at.value >= 0 && (isLost || scroller.value?.contains(activeElement))) focus(at.value)
    })
  }
  watch([at, () => listed.listed], followFocus, { flush: 'post' })
  function focus(index: number): void {
    scroller.value?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true })
  }
  const focusMoved = ({ type, relatedTarget }: FocusEvent) => {
    if (type === 'focusin') hadFocus = true
    else if (relatedTarget) hadFocus = false
  }

  async function press(event: KeyboardEvent): Promise<void> {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const index = nextIndex(event.key, reachable.value, columns(), listed.listed.length)
    if (index === null) return
    event.preventDefault()
    choosing.step(listed.listed[index], event)
    show(index)
    await nextTick()
    requestAnimationFrame(() => focus(index))
  }
  const isChosen = (position: number) =>
    position === selection.image || (!listed.narrows && (shown.inGroup?.(position) ?? false))
  const click = (position: number, held: Held) => choosing.press(position, held)
  return { reachable, isChosen, press, click, focusMoved }
}
