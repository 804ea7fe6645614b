import { BufferAttribute, BufferGeometry, Color, Group, LineBasicMaterial, LineLoop } from 'three'
import type { Outline } from './outlines.ts'

/** The lines behind the points: the sphere, and the classes' Gaussians. */
export class OutlineLines extends Group {
  set(outlines: Outline[], colour: (property: string) => string): void {
    const before = this.children as LineLoop<BufferGeometry, LineBasicMaterial>[]
    before.forEach(({ geometry, material }) => {
      geometry.dispose()
      material.dispose()
    })
    this.clear()
    outlines.forEach((outline) => this.add(lineOf(outline, colour)))
  }
}

function lineOf({ points, colour: property }: Outline, colour: (property: string) => string): LineLoop {
  const geometry = new BufferGeometry().setAttribute(
    'position',
    new BufferAttribute(Float32Array.from(points.flat()), 3),
  )
  const line = new LineLoop(
    geometry,
    new LineBasicMaterial({ color: new Color(colour(property)), transparent: true, opacity: 0.75 }),
  )
  line.renderOrder = -1
  return line
}
