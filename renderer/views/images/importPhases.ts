import type { ImportProgress } from '../../../main/contract/jobs.ts'

type Phase = ImportProgress['phase']

/** What an import does, in the order in which it does it. */
export const importPhases: { phase: Phase; title: string; unit: string }[] = [
  { phase: 'finding', title: 'Finding the images', unit: 'files' },
  { phase: 'checking', title: 'Looking at each image', unit: 'images' },
  { phase: 'decoding', title: 'Reading the pixels', unit: 'images' },
  { phase: 'duplicates', title: 'Comparing for duplicates', unit: 'images' },
  { phase: 'splitting', title: 'Dividing into training, validation and test', unit: 'images' },
  { phase: 'storing', title: 'Storing', unit: 'images' },
]
