import type { Relabelling } from '../../main/contract/retraining.ts'
import { count, counted } from '../format.ts'

/** One kind of change to what an ensemble learns from. */
export interface PlannedChange { count: string; title: string; sentence: string }

/** What verdicts change in the images that an ensemble learns from, and what they leave as it is. */
export function plannedChanges({ relabelled, leaving, joining, tests }: Relabelling): PlannedChange[] {
  return [
    { count: count(relabelled), title: 'relabelled', sentence: 'Mislabelled images get the class that you named.' },
    { count: count(leaving), title: 'leave training', sentence: 'Anomalies, and mislabelled images without a right class.' },
    { count: count(joining), title: 'join training', sentence: 'Images without a label that you judged normal, as the class they are nearest to.' },
    { count: count(tests), title: 'stay as they are', sentence: 'Judged test images: on them both ensembles are compared.' },
  ]
}

/** Why there is nothing to train on anew; null where there is. */
export function nothingPlanned({ relabelled, leaving, joining, tests }: Relabelling): string | null {
  if (relabelled + leaving + joining > 0) return null
  return tests > 0
    ? `Only test images were judged (${counted(tests, 'image')}), and these are kept to measure by. Show all images, and judge some that were trained on.`
    : 'No image that this ensemble learned from was judged. Show all images, and judge some that were trained on.'
}
