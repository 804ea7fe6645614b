import type { PresetName } from '../../../main/contract/presets.ts'
import { t } from '../../words/words.ts'

export const presetChoices: { name: PresetName; title: string; sentence: string }[] = [
  {
    name: 'recommended',
    title: t('Recommended'),
    sentence: t('Weighs the latent divergence enough to shape the space: best detection in a few minutes.'),
  },
  {
    name: 'paper',
    title: t('Paper'),
    sentence: t('The loss as the paper writes it (arXiv 2410.12328), two dimensions, up to 50 epochs.'),
  },
  {
    name: 'as-coded',
    title: t('As coded'),
    sentence: t("The loss as the authors' program computes it, for comparison with their figures."),
  },
]
