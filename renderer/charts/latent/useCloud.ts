import { onBeforeUnmount, onMounted, ref, type ShallowRef, shallowRef, watch } from 'vue'
import { extentOf } from './extent.ts'
import type { LatentCloud } from './latentCloud.ts'
import { emptyOverlay, type Overlay, overlayOf } from './overlay.ts'
import { PointCloud } from './pointCloud.ts'
import { pointSize } from './pointSize.ts'

type Canvas = Readonly<ShallowRef<HTMLCanvasElement | null>>

/**
 * Keeps a cloud in a canvas like what it shall show, and tells where on the canvas the names, the ring and the
 * axes belong. Only what changed is given to the GPU.
 * @param onBroken called where the window cannot draw
 */
export function useCloud(shown: () => LatentCloud, canvas: Canvas, onBroken: () => void) {
  const cloud = shallowRef<PointCloud | null>(null)
  const overlay = shallowRef<Overlay>(emptyOverlay)
  const observer = new ResizeObserver(() => resize())

  function follow(): void {
    const { clientWidth, clientHeight } = canvas.value!
    if (cloud.value) overlay.value = overlayOf(cloud.value, shown(), clientWidth, clientHeight)
  }
  function resize(): void {
    const { clientWidth, clientHeight } = canvas.value!
    setSize()
    cloud.value?.resize(Math.max(1, clientWidth), Math.max(1, clientHeight))
  }
  function fit(): void {
    const { points, emphasis, outlines, names, axes } = shown()
    const beside = [...outlines.flatMap((outline) => outline.points), ...names.map(({ at }) => at)]
    cloud.value?.fit(extentOf(points, emphasis.order, beside, axes ? 1 : undefined))
  }
  function setPoints(): void {
    const { dimension, axes } = shown()
    cloud.value?.setKind({ dimension, stretched: axes !== null })
    cloud.value?.buffers.setPoints(shown().points)
    setPaint()
    setEmphasis()
    resize()
    fit()
  }
  function setPaint(): void {
    cloud.value?.buffers.setPaint(shown().paint)
    cloud.value?.requestRender()
  }
  function setSize(): void {
    const { clientWidth, clientHeight } = canvas.value!
    cloud.value?.setSize(pointSize(shown().emphasis.order.length, clientWidth * clientHeight))
  }
  function setEmphasis(): void {
    setSize()
    cloud.value?.buffers.setEmphasis(shown().emphasis)
    // At once, if need be with fewer points.
    cloud.value?.moved()
  }
  const setOutlines = () => cloud.value?.setOutlines(shown().outlines, shown().colours)

  onMounted(() => {
    cloud.value = PointCloud.in(canvas.value!, follow)
    if (!cloud.value) return onBroken()
    setOutlines()
    setPoints()
    observer.observe(canvas.value!)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    cloud.value?.dispose()
  })
  // After the page has changed: with axes, the canvas has another size.
  watch(() => shown().points, setPoints, { flush: 'post' })
  watch(() => shown().paint, setPaint)
  watch(() => shown().emphasis, setEmphasis)
  watch([() => shown().outlines, () => shown().colours], setOutlines)
  // These lie over the picture: it is not drawn again for them.
  watch([() => shown().focus, () => shown().names, () => shown().lasso], follow)
  return { cloud, overlay, fit, lost: useLoss(canvas, cloud) }
}

/** Whether the GPU has dropped the canvas, after a reset of its driver say; mostly it is given back soon. */
function useLoss(canvas: Canvas, cloud: ShallowRef<PointCloud | null>) {
  const lost = ref(false)
  const lose = () => (lost.value = true)
  const restore = () => {
    lost.value = false
    cloud.value?.requestRender()
  }
  onMounted(() => {
    canvas.value!.addEventListener('webglcontextlost', lose)
    canvas.value!.addEventListener('webglcontextrestored', restore)
  })
  return lost
}
