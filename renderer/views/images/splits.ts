import type { ImageRow } from '../../../main/contract/imageSets.ts'
import { t } from '../../words/words.ts'

export type Split = ImageRow['split']

/** A split is kept as its index here, a byte an image. */
export const splitNames: Split[] = ['train', 'validation', 'test']

export const splitWords: Record<Split, string> = {
  train: t('training'), validation: t('validation'), test: t('test'),
}
