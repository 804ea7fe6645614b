import { Points, Scene, WebGLRenderer } from 'three'
import { CanvasPlaces } from './canvasPlaces.ts'
import { DrawTimes } from './drawTimes.ts'
import type { Extent } from './extent.ts'
import { drawnBySoftware, glName } from './glName.ts'
import { nearestPoint } from './nearestPoint.ts'
import { OutlineLines } from './outlineLines.ts'
import type { Outline } from './outlines.ts'
import { PointBuffers } from './pointBuffers.ts'
import { pointMaterials, setDepth, setDistance, setPage, setPointSize } from './pointMaterial.ts'
import type { PointSize } from './pointSize.ts'
import { flatView, slideBy, type Tool, turnBy, turningView, type View, zoomBy } from './views.ts'

/** How a picture is drawn: stretched where its two directions have scales of their own. */
export interface CloudKind { dimension: 2 | 3; stretched: boolean }

/** One cloud of points in two or three dimensions, drawn only when something changed. */
export class PointCloud {
  readonly buffers = new PointBuffers()
  readonly #renderer: WebGLRenderer
  readonly #canvas: HTMLCanvasElement
  readonly #scene = new Scene()
  readonly #materials = pointMaterials()
  readonly #lines = new OutlineLines()
  readonly #times: DrawTimes
  readonly #afterRender: () => void
  #kind: CloudKind = { dimension: 2, stretched: false }
  #view: View
  #places: CanvasPlaces
  #tool: Tool = 'move'

  /**
   * A cloud in a canvas; null where the window cannot draw with WebGL.
   * @param afterRender called after each picture, so that what lies over the canvas can follow
   */
  static in(canvas: HTMLCanvasElement, afterRender: () => void): PointCloud | null {
    // What a processor draws, it would draw four times to smooth lines; points are smooth without.
    const isSlow = drawnBySoftware(glName())
    const context = canvas.getContext('webgl2', { antialias: !isSlow, alpha: true })
    return context && new PointCloud(new WebGLRenderer({ canvas, context }), isSlow, afterRender)
  }

  private constructor(renderer: WebGLRenderer, isSlow: boolean, afterRender: () => void) {
    this.#renderer = renderer
    this.#canvas = renderer.domElement
    this.#afterRender = afterRender
    this.#times = new DrawTimes(isSlow, () => this.draw())
    renderer.setPixelRatio(window.devicePixelRatio)
    ;[this.#view, this.#places] = this.#seen()
    const points = new Points(this.buffers.geometry, [this.#materials.dimmed, this.#materials.plain])
    points.frustumCulled = false
    this.#scene.add(points, this.#lines)
  }

  get places(): CanvasPlaces {
    return this.#places
  }

  /** Another kind of picture in the same canvas: the camera begins anew. */
  setKind(kind: CloudKind): void {
    if (kind.dimension === this.#kind.dimension && kind.stretched === this.#kind.stretched) return
    this.#kind = kind
    this.#view.controls.dispose()
    ;[this.#view, this.#places] = this.#seen()
    setDepth(this.#materials, this.#isDeep)
  }

  use(tool: Tool): void {
    this.#tool = tool
    this.#view.use(tool)
  }

  setOutlines(outlines: Outline[], colour: (property: string) => string): void {
    this.#lines.set(outlines, colour)
    setPage(this.#materials, colour('--page'))
    this.requestRender()
  }

  setSize(size: PointSize): void {
    setPointSize(this.#materials, size, this.#isDeep)
  }

  resize(width: number, height: number): void {
    this.#renderer.setSize(width, height, false)
    this.#view.resize(width, height)
    // At once: a canvas that has changed its size is empty until it is drawn.
    this.draw()
  }

  fit(extent: Extent): void {
    const { camera, controls } = this.#view
    this.#view.fit(extent, this.#canvas.clientWidth, this.#canvas.clientHeight)
    const distance = camera.position.distanceTo(controls.target)
    setDistance(this.#materials, this.#isDeep ? { distance, reach: Math.max(...extent.size.toArray()) / 2 } : null)
    this.requestRender()
  }

  /** Moves or turns by so many pixels: what the keys do. */
  move(across: number, up: number): void {
    if (this.#isDeep) turnBy(this.#view, across / 200, up / 200)
    else slideBy(this.#view, across, up, this.#canvas)
    this.#view.controls.update()
    this.moved()
  }

  zoom(factor: number): void {
    zoomBy(this.#view, factor)
    this.#view.controls.update()
    this.moved()
  }

  /** The point nearest to a place on the canvas, if one that is drawn is within `reach` pixels. */
  nearest(x: number, y: number, reach: number): number | null {
    const { points, strengths: emphasis } = this.buffers
    if (!points || !emphasis) return null
    const { clientWidth: width, clientHeight: height } = this.#canvas
    return nearestPoint({ points, emphasis, toClip: this.#places.toClip.elements, width, height }, x, y, reach)
  }

  readonly requestRender = (): void => this.#times.request()
  /** Until the movement is over, fewer points may stand for all. */
  readonly moved = (): void => this.#times.moved()

  /** Draws now: right after it, the canvas can be read. */
  draw(): void {
    this.buffers.thin(this.#times.begin(this.buffers.count))
    // What turns on its own goes on turning: it tells so by a change, which asks for the next picture.
    if (this.#view.controls.enableDamping) this.#view.controls.update()
    this.#renderer.render(this.#scene, this.#view.camera)
    this.#afterRender()
  }

  dispose(): void {
    this.#times.end()
    this.#view.controls.dispose()
    this.#lines.dispose()
    this.buffers.geometry.dispose()
    Object.values(this.#materials).forEach((material) => material.dispose())
    this.#renderer.dispose()
    this.#renderer.forceContextLoss()
  }

  get #isDeep(): boolean {
    return this.#kind.dimension === 3
  }

  #seen(): [View, CanvasPlaces] {
    const { dimension, stretched } = this.#kind
    const view = dimension === 3 ? turningView(this.#canvas) : flatView(this.#canvas, stretched)
    view.controls.addEventListener('change', this.moved)
    view.use(this.#tool)
    return [view, new CanvasPlaces(view, this.#canvas)]
  }
}
