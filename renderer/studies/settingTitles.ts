import type { VariedSetting } from '../../main/contract/studySettings.ts'
import { t } from '../words/words.ts'

/** What a varied setting is called at an axis and in a list. */
export const settingTitles: Record<VariedSetting, string> = {
  latent: t('Latent dimension'), dense: t('Dense units'), radius: t('Radius'), alpha: t('Weight of reconstruction'),
  classWeight: t('Weight of the class'), objective: t('Objective'), means: t('Class centres'),
  order: t('Places on the sphere'), members: t('Members'), epochs: t('Epochs'), learningRate: t('Learning rate'),
}

/** The same within a sentence, behind what is drawn by it. */
export const bySetting: Record<VariedSetting, string> = {
  latent: t('by latent dimension'), dense: t('by dense units'), radius: t('by radius'),
  alpha: t('by weight of reconstruction'), classWeight: t('by weight of the class'), objective: t('by objective'),
  means: t('by class centres'), order: t('by places on the sphere'), members: t('by members'), epochs: t('by epochs'),
  learningRate: t('by learning rate'),
}
