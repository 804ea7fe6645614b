import type { Failure } from '../../contract/errors.ts'
import type { CellResult } from '../../contract/studies.ts'
import type { TrainedMember } from '../../store/members.ts'
import { cellLabels } from '../../studies/cells.ts'
import type { CellOutcome } from '../../workers/messages.ts'
import type { PlannedCell } from './plannedCells.ts'

type Version = { version: string }

/** The record of a cell that was measured. */
export function doneCell(
  { version }: Version, cell: PlannedCell, members: (TrainedMember & { threads: number })[], outcome: CellOutcome,
): CellResult {
  const { scores, sizes, seconds, memory } = outcome
  const [first] = members
  return {
    ...labelled(cell), version, state: 'done', reason: null, members: members.length,
    trainingSeconds: members.reduce((sum, member) => sum + member.seconds, 0),
    threads: first?.threads ?? null, scoringSeconds: seconds, parameters: first?.parameters ?? null,
    memory: Math.max(memory, ...members.map((member) => member.memory ?? 0)), scores, sizes,
    device: first?.device ?? '',
  }
}

/** The record of a cell that failed. */
export function failedCell({ version }: Version, cell: PlannedCell, { message, hint }: Failure): CellResult {
  return {
    ...labelled(cell), version, state: 'failed', reason: hint ? `${message} ${hint}` : message, members: cell.members,
    trainingSeconds: null, threads: null, scoringSeconds: null, parameters: null, memory: null, scores: [], sizes: [],
    device: '',
  }
}

function labelled(cell: PlannedCell) {
  return { key: cell.key, ...cellLabels(cell), ended: new Date().toISOString() }
}
