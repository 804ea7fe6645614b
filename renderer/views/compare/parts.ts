/** What a comparison is looked at by. */
export const compareParts = [
  { value: 'figures', label: 'Figures' },
  { value: 'images', label: 'Images' },
  { value: 'latent', label: 'Latent space' },
  { value: 'unlike', label: 'What differs' },
] as const

export type ComparePart = (typeof compareParts)[number]['value']
