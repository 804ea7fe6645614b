import type { VerdictKind } from '../../main/contract/verdicts.ts'
import { t } from '../words/words.ts'

/** In the order of their keys, 1 to 4. */
export const verdictKinds: VerdictKind[] = ['anomaly', 'normal', 'mislabelled', 'unsure']

/** A verdict is kept as a byte an image: 0 is none, else its key. */
export const NONE = 0
export const codeOf = (verdict: VerdictKind | null): number =>
  verdict === null ? NONE : verdictKinds.indexOf(verdict) + 1

/**
 * How a verdict looks where there is no room for its name: never by colour alone. And its name by itself (`title`) and
 * within a sentence (`word`).
 */
export const verdictLooks: Record<VerdictKind, { title: string; word: string; sign: string }> = {
  anomaly: { title: t('Anomaly'), word: t('anomaly'), sign: '!' },
  normal: { title: t('Normal'), word: t('normal'), sign: '✓' },
  mislabelled: { title: t('Mislabelled'), word: t('mislabelled'), sign: '⇄' },
  unsure: { title: t('Unsure'), word: t('unsure'), sign: '?' },
}
