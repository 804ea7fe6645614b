import type { Ensemble, Health } from '../../../main/contract/ensembles.ts'
import type { AurocFigure, MemberComparison } from '../../../main/contract/members.ts'
import { metric } from '../../format.ts'

/** What is known of a trained member; figures are null where they were not measured, or are not there yet. */
export interface MemberFigure {
  index: number
  alone: AurocFigure | null
  without: MemberComparison['without'][number] | null
  health: Health | null
}

export function memberFigures({ members }: Ensemble, comparison: MemberComparison | null): MemberFigure[] {
  return members.filter(({ state }) => state === 'done').map(({ index, health }) => ({
    index, health,
    alone: comparison?.alone.find((one) => one.index === index)?.figure ?? null,
    without: comparison?.without.find((one) => one.index === index) ?? null,
  }))
}

/** A difference with its sign: "+0.012", "−0.003". */
export function signed(difference: number): string {
  return `${difference < 0 ? '−' : '+'}${metric(Math.abs(difference))}`
}
