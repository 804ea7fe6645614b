import type { ImportProgress } from '../../../main/contract/jobs.ts'
import { t } from '../../words/words.ts'

type Phase = ImportProgress['phase']

/** What an import does, in the order in which it does it. */
export const importPhases: { phase: Phase; title: string; unit: string }[] = [
  { phase: 'finding', title: t('Finding the images'), unit: t('files') },
  { phase: 'checking', title: t('Looking at each image'), unit: t('images') },
  { phase: 'decoding', title: t('Reading the pixels'), unit: t('images') },
  { phase: 'duplicates', title: t('Comparing for duplicates'), unit: t('images') },
  { phase: 'splitting', title: t('Dividing into training, validation and test'), unit: t('images') },
  { phase: 'storing', title: t('Storing'), unit: t('images') },
]
