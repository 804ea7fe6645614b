import type { ImageRow } from '../../../main/contract/imageSets.ts'

export type Split = ImageRow['split']

/** A split is kept as its index here, a byte an image. */
export const splitNames: Split[] = ['train', 'validation', 'test']

export const splitWords: Record<Split, string> = { train: 'training', validation: 'validation', test: 'test' }
