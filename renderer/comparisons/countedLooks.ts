import { roleMark } from '../results/classLooks.ts'
import { HELD_OUT, KNOWN, UNLABELLED } from '../results/roles.ts'
import { t } from '../words/words.ts'

/** How what an image counts as is drawn, and as which role: in the order of `Counted`. */
export const countedLooks = [
  { name: t('normal'), mark: roleMark('known'), role: KNOWN },
  { name: t('anomalous'), mark: roleMark('held-out'), role: HELD_OUT },
  { name: t('does not count'), mark: roleMark('unlabelled'), role: UNLABELLED },
]
