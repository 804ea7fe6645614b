import { roleMark } from '../results/classLooks.ts'
import { HELD_OUT, KNOWN, UNLABELLED } from '../results/roles.ts'

/** How what an image counts as is drawn, and as which role: in the order of `Counted`. */
export const countedLooks = [
  { name: 'normal', mark: roleMark('known'), role: KNOWN },
  { name: 'anomalous', mark: roleMark('held-out'), role: HELD_OUT },
  { name: 'does not count', mark: roleMark('unlabelled'), role: UNLABELLED },
]
