import type { RouteLocationRaw } from 'vue-router'
import type { Job } from '../../main/contract/jobs.ts'

/** Where one watches a job. */
export function jobPlace({ kind, projectId, imageSetId, ensembleId }: Job): RouteLocationRaw {
  if (kind === 'import') return { name: 'images', params: { project: projectId, set: imageSetId } }
  if (kind === 'study') return { name: 'studies' }
  if (kind === 'copy' || kind === 'verify') return { name: 'projects' }
  if (kind === 'backup' || kind === 'restore' || kind === 'runtime') return { name: 'settings' }
  if (kind === 'export' || kind === 'exportImages' || kind === 'bundle') return { name: 'result', params: { project: projectId } }
  return { name: 'train', params: { project: projectId, ensemble: ensembleId } }
}
