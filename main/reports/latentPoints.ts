import type { ClassMean, LatentPicture, PointGroup } from './charts/latentChart.ts'
import { classMark } from './charts/palette.ts'
import { latentGroups, sizeOf, thinned } from './latentGroups.ts'
import type { LatentGroup } from './latentGroups.ts'
import { coordinatePlane, principalPlane, project } from './principalComponents.ts'
import type { Plane } from './principalComponents.ts'
import type { ReportInput } from './reportInput.ts'

/** The picture of the first member's latent space, and how it was made. */
export interface LatentPoints extends LatentPicture {
  groups: (LatentGroup & PointGroup)[]
  /** How many images are drawn, and of how many. */
  drawn: number
  of: number
  /** Only test images are drawn. */
  tested: boolean
  /** The share of the variance that each axis shows; null where the space has two dimensions anyway. */
  shares: [number, number] | null
}

/**
 * Groups, thins and flattens the posterior means of the test images, or of all where none is a test image.
 */
export function latentPoints(input: ReportInput): LatentPoints | null {
  const { latents, dimension } = input
  if (!latents || dimension < 2) return null
  const tested = input.splits.includes(2)
  const all = latentGroups(input, tested)
  if (all.length === 0) return null
  const thin = thinned(all)
  const plane =
    dimension === 2 ? coordinatePlane() : principalPlane(gather(latents, dimension, thin), dimension)
  const groups = thin.map((group) => ({
    ...group,
    points: group.positions.map((p) => project(latents, p * dimension, plane)),
  }))
  return {
    groups,
    drawn: sizeOf(thin),
    of: sizeOf(all),
    tested,
    means: classMeans(input, plane),
    ...axesOf(input, plane),
  }
}

function axesOf(
  { dimension, priorMeans }: ReportInput,
  plane: Plane,
): Pick<LatentPoints, 'axes' | 'circle' | 'shares'> {
  if (dimension === 2) return { axes: ['z₁', 'z₂'], circle: radiusOf(priorMeans), shares: null }
  return {
    axes: ['First principal component', 'Second principal component'],
    circle: null,
    shares: plane.shares,
  }
}

function gather(latents: Float32Array, dimension: number, groups: LatentGroup[]): Float32Array {
  const positions = groups.flatMap((group) => group.positions)
  const points = new Float32Array(positions.length * dimension)
  positions.forEach((p, i) => points.set(latents.subarray(p * dimension, (p + 1) * dimension), i * dimension))
  return points
}

function classMeans({ priorMeans, known, classNames }: ReportInput, plane: Plane): ClassMean[] {
  return priorMeans.map((mean, i) => ({
    name: classNames[known[i]] ?? '?',
    mark: classMark(i),
    at: project(mean, 0, plane),
  }))
}

/** The radius that all class means have, or null where they differ (learned means, a single class). */
function radiusOf(means: number[][]): number | null {
  const radii = means.map((mean) => Math.hypot(...mean))
  const longest = Math.max(...radii)
  return radii.length > 1 && longest - Math.min(...radii) < 1e-3 * longest ? longest : null
}
