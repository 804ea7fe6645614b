import { timesTransposed } from '../../linear/product.ts'
import { centred } from '../../linear/rowBatches.ts'
import { pack, type Packed, unpack } from '../packed.ts'

/** A mean image, and directions from it, components x pixels. */
export interface Plane { mean: Float32Array; axes: Float32Array }

export interface PackedPlane { mean: Packed; axes: Packed }

/** Of images that are all alike, which vary in no direction, the plane has one axis, of zeros. */
export function planeOf(mean: Float64Array, axes: Float64Array[]): Plane {
  const width = mean.length
  const flat = new Float32Array(Math.max(1, axes.length) * width)
  axes.forEach((axis, i) => flat.set(axis, i * width))
  return { mean: Float32Array.from(mean), axes: flat }
}

export const packPlane = ({ mean, axes }: Plane): PackedPlane => ({ mean: pack(mean), axes: pack(axes) })

export const unpackPlane = ({ mean, axes }: PackedPlane): Plane => ({ mean: unpack(mean), axes: unpack(axes) })

/** Where images lie in the plane, images x components, and how they differ from its mean, images x pixels. */
export async function placesIn(
  { mean, axes }: Plane, images: Float32Array,
): Promise<{ along: Float32Array; deviations: Float32Array }> {
  const deviations = centred(images, mean)
  return { along: await timesTransposed(deviations, axes, mean.length), deviations }
}
