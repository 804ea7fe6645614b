import { BufferAttribute, BufferGeometry, Color, LineBasicMaterial, LineSegments } from 'three'
import type { Outline } from './outlines.ts'

/** Lines of a class's colour would not be seen over its points. */
const towardsInk = 0.45

/** All lines in one, over the points of a plane and among those of a space: the sphere, and the classes' Gaussians. */
export class OutlineLines extends LineSegments<BufferGeometry, LineBasicMaterial> {
  constructor() {
    super(new BufferGeometry(), new LineBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false }))
    this.renderOrder = 1
    this.frustumCulled = false
  }

  set(outlines: Outline[], colour: (property: string) => string): void {
    this.geometry.dispose()
    this.geometry = new BufferGeometry()
    const ends = outlines.flatMap(({ points }) => points.flatMap((at, i) => [...at, ...points[(i + 1) % points.length]]))
    const ink = new Color(colour('--ink'))
    const colours = outlines.flatMap((outline) => shades(outline, new Color(colour(outline.colour)).lerp(ink, towardsInk)))
    this.geometry.setAttribute('position', new BufferAttribute(Float32Array.from(ends), 3))
    this.geometry.setAttribute('color', new BufferAttribute(Float32Array.from(colours), 4))
  }

  override dispose(): void {
    this.geometry.dispose()
    this.material.dispose()
  }
}

/** The same at both ends of each segment. */
function shades({ points, strength }: Outline, { r, g, b }: Color): number[] {
  return Array.from({ length: 2 * points.length }, () => [r, g, b, strength]).flat()
}
