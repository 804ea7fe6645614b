import { t } from '../../words/words.ts'

/** What a comparison is looked at by. */
export const compareParts = [
  { value: 'figures', label: t('Figures') },
  { value: 'images', label: t('Images') },
  { value: 'latent', label: t('Latent space') },
  { value: 'unlike', label: t('What differs') },
] as const

export type ComparePart = (typeof compareParts)[number]['value']
