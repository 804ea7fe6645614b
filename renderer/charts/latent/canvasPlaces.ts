import { Matrix4, PerspectiveCamera, Vector3, Vector4 } from 'three'
import type { Corner } from './polygon.ts'
import { type CameraPlace, roundedPlace } from './sight.ts'
import type { View } from './views.ts'

/** From places of the picture to places on its canvas in pixels, and back. */
export class CanvasPlaces {
  readonly #view: View
  readonly #canvas: HTMLCanvasElement
  readonly #toClip = new Matrix4()

  constructor(view: View, canvas: HTMLCanvasElement) {
    this.#view = view
    this.#canvas = canvas
  }

  /** Takes points to clip space; the same matrix each time. */
  get toClip(): Matrix4 {
    const { camera } = this.#view
    camera.updateMatrixWorld()
    return this.#toClip.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
  }

  /** Null where a point is behind the camera. */
  place(x: number, y: number, z: number): Corner | null {
    const clip = new Vector4(x, y, z, 1).applyMatrix4(this.toClip)
    return clip.w <= 0 ? null : this.#pixels(clip.x / clip.w, clip.y / clip.w)
  }

  /** Where the camera of a space that turns stands; null in a plane. */
  get camera(): CameraPlace | null {
    const { camera, controls } = this.#view
    if (!this.#turns(camera)) return null
    return roundedPlace([...camera.position.toArray(), ...controls.target.toArray()])
  }

  /** What is at a pixel: a place of the plane, or of what the camera sees as `seenFrom` has it. */
  cornerAt(x: number, y: number): Corner {
    const [across, up] = [(x / this.#canvas.clientWidth) * 2 - 1, 1 - (y / this.#canvas.clientHeight) * 2]
    const { camera } = this.#view
    if (this.#turns(camera)) return [finely(across * camera.aspect, 1e-4), finely(up, 1e-4)]
    const at = new Vector3(across, up, 0).applyMatrix4(this.toClip.clone().invert())
    const pixel = (camera.top - camera.bottom) / camera.zoom / this.#canvas.clientHeight
    return [finely(at.x, pixel * this.#shape), finely(at.y, pixel)]
  }

  pixelsOf([x, y]: Corner): Corner {
    const { camera } = this.#view
    return this.#turns(camera) ? this.#pixels(x / camera.aspect, y) : this.place(x, y, 0)!
  }

  /** How much wider than high the same number of pixels is. */
  get #shape(): number {
    const { elements } = this.toClip
    return Math.abs(elements[5] / elements[0]) * (this.#canvas.clientHeight / this.#canvas.clientWidth)
  }

  #pixels(across: number, up: number): Corner {
    return [((across + 1) / 2) * this.#canvas.clientWidth, ((1 - up) / 2) * this.#canvas.clientHeight]
  }

  #turns(camera: View['camera']): camera is PerspectiveCamera {
    return 'isPerspectiveCamera' in camera
  }
}

/** As few digits as tell apart what is a fifth of `step` apart. */
function finely(value: number, step: number): number {
  const digits = Math.max(0, Math.min(12, 1 - Math.floor(Math.log10(step))))
  return Number(value.toFixed(digits))
}
