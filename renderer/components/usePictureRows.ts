import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, onBeforeUnmount, onMounted, type Ref, ref, watch } from 'vue'

/** What is between pictures, and the line below each, in pixels. */
const [gap, caption] = [6, 17]

/**
 * Rows of pictures, of which only those in view are in the page.
 * @param listed positions in the order in which they are shown
 * @param least the least side of a picture in pixels: pictures grow a little to fill the row
 */
export function usePictureRows(scroller: Readonly<Ref<HTMLElement | null>>, listed: () => Uint32Array, least: () => number) {
  const width = ref(600)
  const columns = computed(() => Math.max(1, Math.floor((width.value + gap) / (least() + gap))))
  const rows = computed(() => Math.ceil(listed().length / columns.value))
  const side = computed(() => Math.floor((width.value - (columns.value - 1) * gap) / columns.value))
  const virtual = useVirtualizer(
    computed(() => ({
      count: rows.value, getScrollElement: () => scroller.value, estimateSize: () => side.value + caption + gap, overscan: 3,
    })),
  )
  watch(side, () => virtual.value.measure())

  const inRow = (row: number) => [...listed().subarray(row * columns.value, (row + 1) * columns.value)]
  function show(index: number): void {
    if (index >= 0) virtual.value.scrollToIndex(Math.floor(index / columns.value), { align: 'auto' })
  }

  const observer = new ResizeObserver(([{ contentRect }]) => (width.value = contentRect.width))
  onMounted(() => observer.observe(scroller.value!))
  onBeforeUnmount(() => observer.disconnect())
  return { columns, rows, side, virtual, inRow, show }
}
