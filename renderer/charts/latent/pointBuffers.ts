import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from 'three'

/** Colours (3 bytes a point) and marks (the number of the shape, plus 8 where it is hollow). */
export interface PointPaint { colours: Uint8Array; looks: Uint8Array }

/** What is drawn of the points, in which order; the first `dimmed` of it faintly. `strengths` as in `Emphasis`. */
export interface PointEmphasis { strengths: Uint8Array; order: Uint32Array; dimmed: number }

/** What the GPU holds of the points. It is written in place where the number of points stays the same. */
export class PointBuffers {
  readonly geometry = new BufferGeometry()

  /** @param points Float32, count x 3 */
  setPoints(points: Float32Array): void {
    this.#write('position', points, 3, false)
  }

  setPaint({ colours, looks }: PointPaint): void {
    this.#write('colour', colours, 3, true)
    this.#write('look', looks, 1, false)
  }

  setEmphasis({ strengths, order, dimmed }: PointEmphasis): void {
    this.#write('emphasis', strengths, 1, false)
    this.#writeOrder(order, strengths.length)
    this.geometry.clearGroups()
    this.geometry.addGroup(0, dimmed, 0)
    this.geometry.addGroup(dimmed, order.length - dimmed, 1)
  }

  /** How many points are drawn. */
  get drawn(): number {
    return this.geometry.groups.reduce((sum, { count }) => sum + count, 0)
  }

  get points(): Float32Array | undefined {
    return this.geometry.getAttribute('position')?.array as Float32Array | undefined
  }

  get strengths(): Uint8Array | undefined {
    return this.geometry.getAttribute('emphasis')?.array as Uint8Array | undefined
  }

  #write(name: string, values: Float32Array | Uint8Array, size: number, normalized: boolean): void {
    const there = this.geometry.getAttribute(name) as BufferAttribute | undefined
    if (there?.array.length === values.length) {
      there.copyArray(values)
      there.needsUpdate = true
    } else {
      // Another number of points: what the GPU holds of the former is let go.
      if (there) this.geometry.dispose()
      this.geometry.setAttribute(name, dynamic(new BufferAttribute(values.slice(), size, normalized)))
    }
  }

  /** There is always room for all points; the groups say how many of them count. */
  #writeOrder(order: Uint32Array, capacity: number): void {
    if (this.geometry.index?.array.length !== capacity)
      this.geometry.setIndex(dynamic(new BufferAttribute(new Uint32Array(capacity), 1)))
    const index = this.geometry.index!
    ;(index.array as Uint32Array).set(order)
    index.needsUpdate = true
  }
}

function dynamic(attribute: BufferAttribute): BufferAttribute {
  return attribute.setUsage(DynamicDrawUsage)
}
