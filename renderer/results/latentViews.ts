import { t } from '../words/words.ts'

/**
 * How a member's latent space is looked at: as it is (`plane`, `space`), by a projection (`pca`, `umap`), or by
 * distances that need none (`centre`, `nearest`, and both against each other).
 */
export type LatentView = 'plane' | 'space' | 'pca' | 'umap' | DistanceView
export type DistanceView = 'centre' | 'nearest' | 'distances'

export const latentViewNames: Record<LatentView, string> = {
  plane: t('Plane'),
  space: t('Space'),
  pca: t('Principal components'),
  umap: t('UMAP'),
  centre: t('Distance from centre'),
  nearest: t('Distance to class'),
  distances: t('Both distances'),
}

const byDistance: DistanceView[] = ['centre', 'nearest', 'distances']

/** Those that there are of a space of so many dimensions, the usual one first. */
export function latentViewsOf(dimension: number): LatentView[] {
  if (dimension === 2) return ['plane', ...byDistance]
  return [...(dimension === 3 ? (['space'] as const) : (['pca', 'umap'] as const)), ...byDistance]
}

/** The picture that a lasso was drawn over: a member, counted from 0, and how its space was looked at. */
export interface ViewOfMember {
  member: number
  view: LatentView
  /** Where the camera stood and what it looked at, in a space that turns. */
  camera: number[] | null
}

/** `m1.pca`, or `m1.space@` and the camera's six numbers. */
export function viewText({ member, view, camera }: ViewOfMember): string {
  return `m${member + 1}.${view}${camera ? `@${camera.join(',')}` : ''}`
}

export function parseView(text: string): ViewOfMember | null {
  const [, member, view, numbers] = /^m(\d{1,4})\.([a-z]+)(?:@([-\d.e,]+))?$/.exec(text) ?? []
  const camera = numbers?.split(',').map(Number) ?? null
  if (!Object.hasOwn(latentViewNames, view ?? '') || Number(member) < 1) return null
  if ((view === 'space') !== (camera !== null)) return null
  if (camera && !(camera.length === 6 && camera.every(Number.isFinite))) return null
  return { member: Number(member) - 1, view: view as LatentView, camera }
}
