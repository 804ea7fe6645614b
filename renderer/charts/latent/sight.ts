import { Matrix4, PerspectiveCamera, Vector3 } from 'three'

/** Degrees that a camera sees from top to bottom. */
export const fieldOfView = 38

/** Where points that turn are seen from: the camera's place and what it looks at, three numbers each. */
export type CameraPlace = number[]

/** Short enough for an address, and finer than a pixel. */
export const roundedPlace = (place: CameraPlace): CameraPlace => place.map((at) => Number(at.toPrecision(5)))

/**
 * Where points are seen from a place, in halves of the picture's height, whatever its width: from -1 at the bottom to
 * 1 on top. What is behind the camera is nowhere.
 * @param points Float32, count x 3
 * @returns Float32, count x 2
 */
export function seenFrom(points: Float32Array, place: CameraPlace): Float32Array {
  const m = sight(place).elements
  const seen = new Float32Array((points.length / 3) * 2)
  for (let i = 0, at = 0; at < seen.length; i += 3, at += 2) {
    const [x, y, z] = [points[i], points[i + 1], points[i + 2]]
    const w = m[3] * x + m[7] * y + m[11] * z + m[15]
    seen[at] = w > 0 ? (m[0] * x + m[4] * y + m[8] * z + m[12]) / w : NaN
    seen[at + 1] = w > 0 ? (m[1] * x + m[5] * y + m[9] * z + m[13]) / w : NaN
  }
  return seen
}

function sight([x, y, z, toX, toY, toZ]: CameraPlace): Matrix4 {
  const camera = new PerspectiveCamera(fieldOfView, 1, 0.01, 1000)
  camera.position.set(x, y, z)
  camera.lookAt(new Vector3(toX, toY, toZ))
  camera.updateMatrixWorld()
  return new Matrix4().multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
}
