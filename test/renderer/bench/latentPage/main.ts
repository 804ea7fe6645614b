// A page with nothing but the latent picture, of synthetic points. Whoever opened it asks it for figures.
import { createApp, h, nextTick, ref, shallowRef } from 'vue'
import { glName } from '../../../../renderer/charts/latent/glName.ts'
import LatentScatter from '../../../../renderer/charts/latent/LatentScatter.vue'
import { type Corner, withinPolygon } from '../../../../renderer/charts/latent/polygon.ts'
import { pointEmphasis } from '../../../../renderer/results/pointEmphasis.ts'
import { synthetic, type Synthetic } from './syntheticCloud.ts'

declare global {
  interface Window { latentBench: typeof bench }
}

let now: Synthetic = synthetic(1000, 2)
const shown = shallowRef(now.cloud)
const scatter = ref<InstanceType<typeof LatentScatter> | null>(null)
createApp({
  render: () =>
    h(LatentScatter, { ref: scatter, shown: shown.value, label: 'Latent', tool: 'move' }),
}).mount('#app')

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

/** Milliseconds until the whole picture is drawn. */
function drawn(since: number): number {
  scatter.value!.draw()
  return waited(since)
}

/** The GPU is waited for: one pixel is read back. */
function waited(since: number): number {
  const gl = document.querySelector('canvas')!.getContext('webgl2')!
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
  return performance.now() - since
}

async function show(points: number, dimension: 2 | 3): Promise<number> {
  now = synthetic(points, dimension)
  const start = performance.now()
  shown.value = now.cloud
  await nextTick()
  return drawn(start)
}

/** Another class is selected each time, as if in another pane: until the picture that shows it is there. */
async function select(label: number): Promise<number> {
  const start = performance.now()
  const emphasis = pointEmphasis(now.role, now.shown, (i) => now.label[i] === label)
  shown.value = { ...shown.value, emphasis }
  await nextTick()
  await frame()
  return waited(start)
}

/** Pictures a second while an arrow key is held, and how many points each of them has, on average. */
async function turn(milliseconds: number): Promise<{ pictures: number; points: number }> {
  const canvas = document.querySelector('canvas')!
  const start = await frame()
  let [last, pictures, points] = [start, 0, 0]
  for (; last - start < milliseconds; pictures++) {
    canvas.dispatchEvent(new KeyboardEvent('keydown', { key: pictures % 60 < 30 ? 'ArrowLeft' : 'ArrowRight' }))
    last = await frame()
    points += scatter.value!.drawn()
  }
  return { pictures: (1000 * pictures) / (last - start), points: points / pictures }
}

function lasso(corners: number): number {
  const star = Array.from({ length: corners }, (_, i): Corner => {
    const [angle, radius] = [(2 * Math.PI * i) / corners, i % 2 ? 3.4 : 2.2]
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  })
  const places = Float32Array.from({ length: 2 * now.label.length }, (_, i) => now.cloud.points[3 * (i >> 1) + (i & 1)])
  const start = performance.now()
  withinPolygon(places, star)
  return performance.now() - start
}

function whole(): number {
  return drawn(performance.now())
}

const bench = { glName, show, select, turn, lasso, whole }
window.latentBench = bench
