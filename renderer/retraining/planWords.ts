import type { Relabelling } from '../../main/contract/retraining.ts'
import { count } from '../format.ts'
import { t } from '../words/words.ts'

/** One kind of change to what an ensemble learns from. */
export interface PlannedChange { count: string; title: string; sentence: string }

/** What verdicts change in the images that an ensemble learns from, and what they leave as it is. */
export function plannedChanges({ relabelled, leaving, joining, tests }: Relabelling): PlannedChange[] {
  return [
    { count: count(relabelled), title: t('relabelled'), sentence: t('Mislabelled images get the class that you named.') },
    { count: count(leaving), title: t('leave training'),
      sentence: t('Anomalies, and mislabelled images without a right class.') },
    { count: count(joining), title: t('join training'),
      sentence: t('Images without a label that you judged normal, as the class they are nearest to.') },
    { count: count(tests), title: t('stay as they are'),
      sentence: t('Judged test images: on them both ensembles are compared.') },
  ]
}

/** Why there is nothing to train on anew; null where there is. */
export function nothingPlanned({ relabelled, leaving, joining, tests }: Relabelling): string | null {
  if (relabelled + leaving + joining > 0) return null
  return tests > 0
    ? t('Only test images were judged ({images}), and these are kept to measure by. Show all images, and judge some that were trained on.',
      { images: t('{n} image | {n} images', tests) })
    : t('No image that this ensemble learned from was judged. Show all images, and judge some that were trained on.')
}
