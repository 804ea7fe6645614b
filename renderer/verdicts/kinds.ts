import type { VerdictKind } from '../../main/contract/verdicts.ts'

/** In the order of their keys, 1 to 4. */
export const verdictKinds: VerdictKind[] = ['anomaly', 'normal', 'mislabelled', 'unsure']

/** A verdict is kept as a byte an image: 0 is none, else its key. */
export const NONE = 0
export const codeOf = (verdict: VerdictKind | null): number =>
  verdict === null ? NONE : verdictKinds.indexOf(verdict) + 1

/** How a verdict looks where there is no room for its name: never by colour alone. */
export const verdictLooks: Record<VerdictKind, { title: string; sign: string }> = {
  anomaly: { title: 'Anomaly', sign: '!' },
  normal: { title: 'Normal', sign: '✓' },
  mislabelled: { title: 'Mislabelled', sign: '⇄' },
  unsure: { title: 'Unsure', sign: '?' },
}
