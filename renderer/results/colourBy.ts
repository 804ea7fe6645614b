import { t } from '../words/words.ts'

/** What the colours of points stand for. */
export type ColourBy = 'class' | 'role' | 'score' | 'verdict' | 'disagreement'

export const colourNames: Record<ColourBy, string> = {
  class: t('Class'),
  role: t('Role'),
  score: t('Score'),
  verdict: t('Verdict'),
  disagreement: t('Disagreement'),
}
