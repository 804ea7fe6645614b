import type { PointCloud } from './pointCloud.ts'

const pixels = 40

const steps: Record<string, (cloud: PointCloud) => void> = {
  ArrowLeft: (cloud) => cloud.move(-pixels, 0),
  ArrowRight: (cloud) => cloud.move(pixels, 0),
  ArrowUp: (cloud) => cloud.move(0, pixels),
  ArrowDown: (cloud) => cloud.move(0, -pixels),
  '+': (cloud) => cloud.zoom(1.25),
  '=': (cloud) => cloud.zoom(1.25),
  '-': (cloud) => cloud.zoom(0.8),
}

/** Moves or turns the picture by arrows, zooms by plus and minus, and shows all of it by 0. */
export function moveByKey(event: KeyboardEvent, cloud: PointCloud | null, fit: () => void): void {
  const step = event.key === '0' ? fit : steps[event.key]
  if (!step || !cloud || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  step(cloud)
}
