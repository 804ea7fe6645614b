import { t } from '../words/words.ts'
import type { Strategy } from './proposals.ts'

/** What a strategy needs to know of a result to say why it proposes nothing. */
export interface Lacks {
  /** Images that are shown, and how many of them have no verdict. */
  shown: number
  open: number
  /** Members that are trained. */
  members: number
  isDisagreementScored: boolean
  areLabelsJudged: boolean
}

/** Why nothing is proposed, and what to do about it. */
export function missingEvidence(strategy: Strategy, lacks: Lacks): string {
  if (lacks.open === 0) return lacks.shown === 0 ? t('No image is shown.') : t('All images that are shown are judged.')
  const { members, isDisagreementScored, areLabelsJudged } = lacks
  const ofMembers = members < 2
    ? t('This ensemble has one trained member, and it takes two to disagree: train more members.')
    : t('How far the members disagree was not scored for these images yet.')
  const sentences: Record<Strategy, string> = {
    score: t('No image is left to judge.'),
    threshold: t('No image is left to judge.'),
    disagreement: isDisagreementScored ? t('No image is left to judge.') : ofMembers,
    variety: t('No image above the threshold is left to judge: lower the threshold, or choose by another rule.'),
    labels: areLabelsJudged
      ? t('No label that looks wrong is left to judge among the images shown.')
      : t('The labels were not judged yet by members that never saw the images.'),
  }
  return sentences[strategy]
}
