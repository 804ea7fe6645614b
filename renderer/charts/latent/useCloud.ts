import { onBeforeUnmount, onMounted, ref, type ShallowRef, shallowRef, watch } from 'vue'
import { extentOf } from './extent.ts'
import { freePlaces } from './freePlaces.ts'
import type { LatentCloud } from './latentCloud.ts'
import { PointCloud } from './pointCloud.ts'

type Place = [x: number, y: number] | null

/** Few points are drawn larger. */
const sizeFor = (shown: number) => (shown > 20_000 ? 5 : shown > 3000 ? 7.5 : 9)

/**
 * Keeps a cloud in a canvas like what it shall show, and tells where on the canvas the names and the ring
 * belong.
 * @param onBroken called where the window cannot draw
 */
export function useCloud(
  shown: () => LatentCloud, canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>, onBroken: () => void,
) {
  const cloud = shallowRef<PointCloud | null>(null)
  const names = ref<Place[]>([])
  const ring = ref<Place>(null)
  const observer = new ResizeObserver(() => resize())

  const place = ([x, y, z]: Iterable<number>): Place => cloud.value?.place(x, y, z) ?? null
  /** What lies over the canvas follows each picture. */
  function follow(): void {
    const all = shown().names
    names.value = freePlaces(all.map(({ at }) => place(at)), all.map(({ text }) => text))
    const at = 3 * (shown().focus ?? Infinity)
    ring.value = at < shown().points.length ? place(shown().points.subarray(at, at + 3)) : null
  }
  function resize(): void {
    const { clientWidth, clientHeight } = canvas.value!
    cloud.value?.resize(Math.max(1, clientWidth), Math.max(1, clientHeight))
  }
  function fit(): void {
    const drawn = shown().outlines.flatMap(({ points }) => points)
    cloud.value?.fit(extentOf(shown().points, shown().looks.order, drawn))
  }
  function setPoints(): void {
    cloud.value?.setPoints(shown().points)
    setLooks()
    fit()
  }
  function setLooks(): void {
    cloud.value?.setSize(sizeFor(shown().looks.order.length))
    cloud.value?.setLooks(shown().looks)
  }
  const setOutlines = () => cloud.value?.setOutlines(shown().outlines, shown().colours)

  onMounted(() => {
    cloud.value = PointCloud.in(canvas.value!, shown().dimension, follow)
    if (!cloud.value) return onBroken()
    observer.observe(canvas.value!)
    resize()
    setOutlines()
    setPoints()
  })
  onBeforeUnmount(() => {
    observer.disconnect()
    cloud.value?.dispose()
  })
  watch(() => shown().points, setPoints)
  watch(() => shown().looks, setLooks)
  watch(() => [shown().outlines, shown().colours], setOutlines)
  watch(() => [shown().focus, shown().names], () => cloud.value?.requestRender())
  return { cloud, names, ring, fit }
}
