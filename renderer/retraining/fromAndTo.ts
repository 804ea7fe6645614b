import type { RetrainingRecord } from '../../main/contract/retraining.ts'

/** Where a retraining's before and after are shown: at the ensemble that it began from. */
export function beforeAndAfterPlace(project: number, { beforeId, ensembleId }: RetrainingRecord) {
  const query = { retrain: 'open', retrained: String(ensembleId) }
  return { name: 'result', params: { project, ensemble: beforeId }, query }
}
