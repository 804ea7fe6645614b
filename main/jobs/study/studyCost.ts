import type { ComputeDevice, EnsembleSettings } from '../../contract/settings.ts'
import type { StudyCost, StudySpec } from '../../contract/studies.ts'
import type { Shop } from '../queue/job.ts'
import { workName } from '../pace/knownPace.ts'
import { memberSteps } from '../pace/memberSteps.ts'
import { type Pace, paceOf } from '../pace/pace.ts'
import { memberKeys, membersAtOnce } from '../training/planMembers.ts'
import { distinctCells, type PlannedCell, plannedCells } from './plannedCells.ts'

type Shared = Pick<Shop, 'store' | 'scripts' | 'cores' | 'runtime'>

/** What the cells without a result cost, from measured steps: of members trained before, else of a short probe. */
export async function studyCost(shop: Shared, spec: StudySpec, device?: ComputeDevice): Promise<StudyCost> {
  const cells = distinctCells(plannedCells(shop.store, spec, device))
  const open = cells.filter(({ key }) => shop.store.studies.cellState(key) !== 'done')
  const members = newMembers(shop, open)
  const paces = new Map<string, Pace>()
  const arms: StudyCost['arms'] = []
  for (const group of groupsOf(open, members)) arms.push(await armCost(shop, group, paces))
  return {
    cells: cells.length, done: cells.length - open.length, members: arms.reduce((sum, arm) => sum + arm.members, 0),
    hours: arms.reduce((sum, arm) => sum + arm.hours, 0),
    early: open.some(({ settings, members: some }) => some > 0 && settings.training.patience !== null), arms,
  }
}

/** Members that each cell has to train: those that no cell before it and no ensemble has. */
function newMembers(shop: Shared, cells: PlannedCell[]): Map<PlannedCell, number> {
  const seen = new Set<string>()
  return new Map(cells.map((cell) => {
    const keys = cell.members === 0 ? [] : memberKeys(shop, { ...cell, imageSetId: cell.imageSet.id })
    const fresh = keys.filter((key) => !seen.has(key) && !shop.store.members.trained(key))
    fresh.forEach((key) => seen.add(key))
    return [cell, fresh.length]
  }))
}

interface Group { cells: PlannedCell[]; members: number; steps: number }

/** The cells of an arm with the same varied values, together. */
function groupsOf(cells: PlannedCell[], members: Map<PlannedCell, number>): Group[] {
  const groups = new Map<string, Group>()
  for (const cell of cells.filter((one) => members.get(one)! > 0)) {
    const name = JSON.stringify([cell.arm.name, cell.varied])
    const group = groups.get(name) ?? { cells: [], members: 0, steps: 0 }
    const count = members.get(cell)!
    groups.set(name, {
      cells: [...group.cells, cell], members: group.members + count, steps: group.steps + count * stepsOf(cell),
    })
  }
  return [...groups.values()]
}

const stepsOf = ({ imageSet, known, settings }: PlannedCell) => memberSteps(imageSet, known, settings.training)

async function armCost(
  shop: Shared, { cells, members, steps }: Group, paces: Map<string, Pace>,
): Promise<StudyCost['arms'][number]> {
  const [cell] = cells
  const name = workName(cell, shop.cores)
  const pace = paces.get(name) ?? await paceOf(shop, cell, cell)
  paces.set(name, pace)
  const hours = (steps * pace.millisecondsPerStep) / atOnce(shop, cell.settings) / 3_600_000
  return { arm: cell.arm.name, varied: cell.varied, members, steps, hours, ...pace }
}

const atOnce = ({ cores }: Shared, settings: EnsembleSettings) => membersAtOnce(cores, { settings })
