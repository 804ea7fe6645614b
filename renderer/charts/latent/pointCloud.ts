import {
  BufferAttribute,
  BufferGeometry,
  Matrix4,
  Points,
  Scene,
  type ShaderMaterial,
  Vector4,
  WebGLRenderer,
} from 'three'
import type { Extent } from './extent.ts'
import { nearestPoint } from './nearestPoint.ts'
import { OutlineLines } from './outlineLines.ts'
import type { Outline } from './outlines.ts'
import { pointMaterial } from './pointMaterial.ts'
import { flatView, turnBy, turningView, type View } from './views.ts'

/** How the points look: bytes, in the order of the points. */
export interface PointLooks {
  colours: Uint8Array
  looks: Uint8Array
  emphasis: Uint8Array
  order: Uint32Array
}

/** Called after each picture, so that what lies over the canvas can follow. */
export type AfterRender = () => void

/** One cloud of points in two or three dimensions, drawn only when something changed. */
export class PointCloud {
  readonly #renderer: WebGLRenderer
  readonly #canvas: HTMLCanvasElement
  readonly #scene = new Scene()
  readonly #geometry = new BufferGeometry()
  readonly #view: View
  readonly #afterRender: AfterRender
  readonly #material: ShaderMaterial
  readonly #lines = new OutlineLines()
  readonly #toClip = new Matrix4()
  #frame = 0

  /** A cloud in a canvas; null where the window cannot draw with WebGL. */
  static in(canvas: HTMLCanvasElement, dimension: 2 | 3, afterRender: AfterRender): PointCloud | null {
    const context = canvas.getContext('webgl2', { antialias: true, alpha: true })
    return context && new PointCloud(new WebGLRenderer({ canvas, context }), dimension, afterRender)
  }

  private constructor(renderer: WebGLRenderer, dimension: 2 | 3, afterRender: AfterRender) {
    this.#renderer = renderer
    this.#canvas = renderer.domElement
    this.#afterRender = afterRender
    this.#renderer.setPixelRatio(window.devicePixelRatio)
    this.#view = (dimension === 3 ? turningView : flatView)(this.#canvas)
    this.#view.controls.addEventListener('change', this.requestRender)
    this.#material = pointMaterial(dimension === 3)
    const points = new Points(this.#geometry, this.#material)
    points.frustumCulled = false
    this.#scene.add(points, this.#lines)
  }

  /** @param points Float32, count x 3 */
  setPoints(points: Float32Array): void {
    this.#write('position', points, 3, false)
    this.requestRender()
  }

  setLooks({ colours, looks, emphasis, order }: PointLooks): void {
    this.#write('colour', colours, 3, true)
    this.#write('look', looks, 1, false)
    this.#write('emphasis', emphasis, 1, false)
    this.#geometry.setIndex(new BufferAttribute(order, 1))
    this.requestRender()
  }

  setOutlines(outlines: Outline[], colour: (property: string) => string): void {
    this.#lines.set(outlines, colour)
    this.requestRender()
  }

  /** @param size of a point in pixels of the stylesheet */
  setSize(size: number): void {
    this.#material.uniforms.size.value = size * window.devicePixelRatio
    this.requestRender()
  }

  resize(width: number, height: number): void {
    this.#renderer.setSize(width, height, false)
    this.#view.resize(width, height)
    this.requestRender()
  }

  fit(extent: Extent): void {
    const { camera, controls } = this.#view
    this.#view.fit(extent, this.#canvas.clientWidth, this.#canvas.clientHeight)
    if (controls.enableRotate)
      this.#material.uniforms.distance.value = camera.position.distanceTo(controls.target)
    this.requestRender()
  }

  /** Moves or turns by so many pixels, or zooms: what the keys do. */
  move(across: number, up: number): void {
    const { controls, camera } = this.#view
    if (controls.enableRotate) turnBy(this.#view, across / 200, up / 200)
    else {
      const perPixel = 1 / this.#pixelsPerUnit()
      camera.position.x += across * perPixel
      camera.position.y += up * perPixel
      controls.target.x += across * perPixel
      controls.target.y += up * perPixel
    }
    controls.update()
  }

  zoom(factor: number): void {
    const { camera, controls } = this.#view
    if ('isOrthographicCamera' in camera) camera.zoom *= factor
    else camera.position.sub(controls.target).divideScalar(factor).add(controls.target)
    camera.updateProjectionMatrix()
    controls.update()
    this.requestRender()
  }

  /** Where a point of latent space is on the canvas, in pixels; null where it is behind the camera. */
  place(x: number, y: number, z: number): [number, number] | null {
    const clip = new Vector4(x, y, z, 1).applyMatrix4(this.#clipMatrix())
    if (clip.w <= 0) return null
    const { clientWidth, clientHeight } = this.#canvas
    return [((clip.x / clip.w + 1) / 2) * clientWidth, ((1 - clip.y / clip.w) / 2) * clientHeight]
  }

  /** The point nearest to a place on the canvas, if one that is drawn is within `reach` pixels. */
  nearest(x: number, y: number, reach: number): number | null {
    const points = this.#geometry.getAttribute('position')?.array as Float32Array | undefined
    const emphasis = this.#geometry.getAttribute('emphasis')?.array as Uint8Array | undefined
    if (!points || !emphasis) return null
    const { clientWidth: width, clientHeight: height } = this.#canvas
    return nearestPoint({ points, emphasis, toClip: this.#clipMatrix().elements, width, height }, x, y, reach)
  }

  readonly requestRender = (): void => {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#renderer.render(this.#scene, this.#view.camera)
      this.#afterRender()
    })
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame)
    this.#lines.set([], () => '')
    this.#view.controls.dispose()
    this.#geometry.dispose()
    this.#material.dispose()
    this.#renderer.dispose()
  }

  /** In place where the number of points stays: what the GPU holds of it is then used again. */
  #write(name: string, values: Float32Array | Uint8Array, size: number, normalized: boolean): void {
    const there = this.#geometry.getAttribute(name) as BufferAttribute | undefined
    if (there?.array.length === values.length) {
      there.copyArray(values)
      there.needsUpdate = true
    } else {
      this.#geometry.setAttribute(name, new BufferAttribute(values.slice(), size, normalized))
    }
  }

  #clipMatrix(): Matrix4 {
    const { camera } = this.#view
    camera.updateMatrixWorld()
    return this.#toClip.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
  }

  #pixelsPerUnit(): number {
    return (Math.abs(this.#clipMatrix().elements[0]) / 2) * this.#canvas.clientWidth
  }
}
