import { MOUSE, OrthographicCamera, PerspectiveCamera, TOUCH, Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import type { Extent } from './extent.ts'

/** A camera with the way to move it by mouse, touch and keys. */
export interface View {
  camera: OrthographicCamera | PerspectiveCamera
  controls: OrbitControls
  /** Shows all of an extent in a canvas of so many pixels. */
  fit(extent: Extent, width: number, height: number): void
  resize(width: number, height: number): void
}

/** Two dimensions: dragging moves the plane, the wheel zooms at the pointer. */
export function flatView(canvas: HTMLElement): View {
  const camera = new OrthographicCamera()
  const controls = new OrbitControls(camera, canvas)
  controls.enableRotate = false
  controls.zoomToCursor = true
  controls.mouseButtons = { LEFT: MOUSE.PAN, MIDDLE: MOUSE.DOLLY, RIGHT: MOUSE.PAN }
  controls.touches = { ONE: TOUCH.PAN, TWO: TOUCH.DOLLY_PAN }
  let half = 1
  const resize = (width: number, height: number) => {
    const aspect = width / height
    Object.assign(camera, {
      left: -half * aspect,
      right: half * aspect,
      top: half,
      bottom: -half,
      near: -1000,
      far: 1000,
    })
    camera.updateProjectionMatrix()
  }
  const fit = ({ centre, size }: Extent, width: number, height: number) => {
    half = Math.max(size.y, (size.x * height) / width) * 0.56
    camera.zoom = 1
    camera.position.set(centre.x, centre.y, 10)
    controls.target.set(centre.x, centre.y, 0)
    resize(width, height)
    controls.update()
  }
  return { camera, controls, fit, resize }
}

/** Three dimensions: dragging turns the space. */
export function turningView(canvas: HTMLElement): View {
  const camera = new PerspectiveCamera(38)
  const controls = new OrbitControls(camera, canvas)
  const resize = (width: number, height: number) => {
    camera.aspect = width / height
    camera.updateProjectionMatrix()
  }
  const fit = ({ centre, size }: Extent, width: number, height: number) => {
    const radius = Math.max(size.x, size.y, size.z) / 2
    const distance = (radius * 1.02) / Math.sin((camera.fov * Math.PI) / 360) / Math.min(1, width / height)
    camera.near = distance / 100
    camera.far = distance * 10
    controls.target.copy(centre)
    camera.position.copy(centre).add(new Vector3(0.55, 0.4, 0.74).normalize().multiplyScalar(distance))
    resize(width, height)
    controls.update()
  }
  return { camera, controls, fit, resize }
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
