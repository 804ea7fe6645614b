import { onBeforeUnmount, onMounted, ref, useTemplateRef } from 'vue'

/** The inner size in pixels, as it changes, of the element whose template ref has the name. */
export function useSize(name: string) {
  const element = useTemplateRef<HTMLElement>(name)
  const [width, height] = [ref(600), ref(400)]
  let observer: ResizeObserver | null = null
  onMounted(() => {
    observer = new ResizeObserver(([{ contentRect }]) => {
      width.value = contentRect.width
      height.value = contentRect.height
    })
    if (element.value) observer.observe(element.value)
  })
  onBeforeUnmount(() => observer?.disconnect())
  return { element, width, height }
}
