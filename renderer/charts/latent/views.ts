import { MOUSE, OrthographicCamera, PerspectiveCamera, TOUCH, Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import type { Extent } from './extent.ts'
import { fieldOfView } from './sight.ts'

/** What dragging does. */
export type Tool = 'move' | 'lasso'

/** A camera with the way to move it by mouse, touch and keys. */
export interface View {
  camera: OrthographicCamera | PerspectiveCamera
  controls: OrbitControls
  /** Shows all of an extent in a canvas of so many pixels. */
  fit(extent: Extent, width: number, height: number): void
  resize(width: number, height: number): void
  use(tool: Tool): void
}

/** What is left around the points: a share of the picture on each side. */
const margin = 0.06

/**
 * Two dimensions: dragging moves the plane, the wheel zooms at the pointer.
 * @param stretched whether the two directions have scales of their own
 */
export function flatView(canvas: HTMLElement, stretched: boolean): View {
  const camera = new OrthographicCamera()
  camera.near = -1000
  camera.far = 1000
  const controls = new OrbitControls(camera, canvas)
  controls.enableRotate = false
  controls.zoomToCursor = true
  const half = { x: 1, y: 1 }
  const resize = (width: number, height: number) => {
    const x = stretched ? half.x : (half.y * width) / height
    Object.assign(camera, { left: -x, right: x, top: half.y, bottom: -half.y })
    camera.updateProjectionMatrix()
  }
  const fit = ({ centre, size }: Extent, width: number, height: number) => {
    const share = 0.5 + margin
    half.x = size.x * share
    half.y = (stretched ? size.y : Math.max(size.y, (size.x * height) / width)) * share
    camera.zoom = 1
    camera.position.set(centre.x, centre.y, 10)
    controls.target.set(centre.x, centre.y, 0)
    resize(width, height)
    controls.update()
  }
  const use = (tool: Tool) => {
    controls.mouseButtons = { LEFT: tool === 'move' ? MOUSE.PAN : null, MIDDLE: MOUSE.DOLLY, RIGHT: MOUSE.PAN }
    controls.touches = { ONE: tool === 'move' ? TOUCH.PAN : null, TWO: TOUCH.DOLLY_PAN }
  }
  use('move')
  return { camera, controls, fit, resize, use }
}

const movesFreely = () => !matchMedia('(prefers-reduced-motion: reduce)').matches

/** Three dimensions: dragging turns the space, which comes to rest slowly. */
export function turningView(canvas: HTMLElement): View {
  const camera = new PerspectiveCamera(fieldOfView)
  const controls = new OrbitControls(camera, canvas)
  controls.enableDamping = movesFreely()
  controls.dampingFactor = 0.12
  const resize = (width: number, height: number) => {
    camera.aspect = width / height
    camera.updateProjectionMatrix()
  }
  const fit = ({ centre, size }: Extent, width: number, height: number) => {
    const radius = Math.max(size.x, size.y, size.z) / 2
    const distance = (radius * 1.12) / Math.sin((camera.fov * Math.PI) / 360) / Math.min(1, width / height)
    camera.near = distance / 100
    camera.far = distance * 10
    controls.target.copy(centre)
    camera.position.copy(centre).add(new Vector3(0.55, 0.4, 0.74).normalize().multiplyScalar(distance))
    resize(width, height)
    controls.update()
  }
  const use = (tool: Tool) => {
    controls.mouseButtons = { LEFT: tool === 'move' ? MOUSE.ROTATE : null, MIDDLE: MOUSE.DOLLY, RIGHT: MOUSE.PAN }
    controls.touches = { ONE: tool === 'move' ? TOUCH.ROTATE : null, TWO: TOUCH.DOLLY_PAN }
  }
  use('move')
  return { camera, controls, fit, resize, use }
}

/** Turns the camera around what it looks at, by angles in radians. */
export function turnBy({ camera, controls }: View, across: number, up: number): void {
  const offset = camera.position.clone().sub(controls.target)
  offset.applyAxisAngle(camera.up, across)
  const side = offset.clone().cross(camera.up).normalize()
  const turned = offset.clone().applyAxisAngle(side, up)
  // Over the pole, up and down would change places.
  if (Math.abs(turned.clone().normalize().dot(camera.up)) < 0.98) offset.copy(turned)
  camera.position.copy(controls.target).add(offset)
}

/** Moves the plane by so many pixels of a canvas. */
export function slideBy({ camera, controls }: View, across: number, up: number, canvas: HTMLElement): void {
  if (!('isOrthographicCamera' in camera)) return
  const step = new Vector3(
    (across * (camera.right - camera.left)) / camera.zoom / canvas.clientWidth,
    (up * (camera.top - camera.bottom)) / camera.zoom / canvas.clientHeight,
    0,
  )
  camera.position.add(step)
  controls.target.add(step)
}

/** Comes nearer by a factor. */
export function zoomBy({ camera, controls }: View, factor: number): void {
  if ('isOrthographicCamera' in camera) camera.zoom *= factor
  else camera.position.sub(controls.target).divideScalar(factor).add(controls.target)
  camera.updateProjectionMatrix()
}
