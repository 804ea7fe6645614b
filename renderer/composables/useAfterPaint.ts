import { onMounted, type Ref, ref } from 'vue'

/** True once the page around a component has been painted: what takes long to draw need not hold that up. */
export function useAfterPaint(): Readonly<Ref<boolean>> {
  const isPainted = ref(false)
  onMounted(() => requestAnimationFrame(() => window.setTimeout(() => (isPainted.value = true))))
  return isPainted
}
