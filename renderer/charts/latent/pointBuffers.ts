import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from 'three'

/** Colours (3 bytes a point) and marks (the number of the shape, plus 8 where it is hollow). */
export interface PointPaint { colours: Uint8Array; looks: Uint8Array }

/** Points that follow each other in the order, the first of them standing for all. */
export interface Layer { from: number; count: number; dimmed: boolean }

/** What is drawn of the points, in which order, layer upon layer. `strengths` as in `Emphasis`. */
export interface PointEmphasis { strengths: Uint8Array; order: Uint32Array; layers: Layer[] }

/** What the GPU holds of the points. It is written in place where the number of points stays the same. */
export class PointBuffers {
  readonly geometry = new BufferGeometry()
  #layers: Layer[] = []
  #share = 1

  /** @param points Float32, count x 3 */
  setPoints(points: Float32Array): void {
    this.#write('position', points, 3, false)
  }

  setPaint({ colours, looks }: PointPaint): void {
    this.#write('colour', colours, 3, true)
    this.#write('look', looks, 1, false)
  }

  setEmphasis({ strengths, order, layers }: PointEmphasis): void {
    this.#write('emphasis', strengths, 1, false)
    this.#writeOrder(order, strengths.length)
    this.#layers = layers
    this.#group()
  }

  /** Draws a share of the points only: of what is dimmed first. */
  thin(share: number): void {
    if (share === this.#share) return
    this.#share = share
    this.#group()
  }

  /** How many points there are to be drawn. */
  get count(): number {
    return counted(this.#layers)
  }

  /** How many of them are drawn now. */
  get drawn(): number {
    return this.geometry.groups.reduce((sum, { count }) => sum + count, 0)
  }

  get points(): Float32Array | undefined {
    return this.geometry.getAttribute('position')?.array as Float32Array | undefined
  }

  get strengths(): Uint8Array | undefined {
    return this.geometry.getAttribute('emphasis')?.array as Uint8Array | undefined
  }

  #group(): void {
    const shares = sharesOf(this.#layers, this.#share)
    this.geometry.clearGroups()
    for (const { from, count, dimmed } of this.#layers)
      this.geometry.addGroup(from, Math.ceil(count * (dimmed ? shares.dimmed : shares.plain)), dimmed ? 0 : 1)
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

const counted = (layers: Layer[]) => layers.reduce((sum, { count }) => sum + count, 0)

/** Of what is dimmed, this much is drawn at least. */
const faint = 0.1

/** What is not dimmed comes first, as long as there is room. */
export function sharesOf(layers: Layer[], share: number): { dimmed: number; plain: number } {
  const [all, plain] = [counted(layers), counted(layers.filter(({ dimmed }) => !dimmed))]
  const left = share * all - plain
  const ofDimmed = all > plain ? Math.max(faint * share, Math.min(1, left / (all - plain))) : 1
  return { dimmed: ofDimmed, plain: plain > 0 ? Math.min(1, (share * all) / plain) : 1 }
}

function dynamic(attribute: BufferAttribute): BufferAttribute {
  return attribute.setUsage(DynamicDrawUsage)
}
