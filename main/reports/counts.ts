import { rolesOfLabels } from './ranking.ts'
import type { Role } from './ranking.ts'
import type { ReportInput } from './reportInput.ts'

/**
 * How many images there are of a kind and how many of them are flagged; `test` counts the test images alone.
 */
export interface FlaggedCount {
  images: number
  flagged: number
  test: { images: number; flagged: number }
}

export interface ClassCount extends FlaggedCount {
  name: string | null
  role: Role
}

export interface ReportCounts extends FlaggedCount {
  roles: Record<Role, FlaggedCount>
  classes: ClassCount[]
}

const none = (): FlaggedCount => ({ images: 0, flagged: 0, test: { images: 0, flagged: 0 } })

/**
 * Counts images and flagged images: all of them, by role, and by class (unlabelled images last, as class
 * null).
 */
export function countImages(input: ReportInput): ReportCounts {
  const roleOf = rolesOfLabels(input)
  const roles = { known: none(), 'held-out': none(), 'left out': none(), unlabelled: none() }
  const byLabel = new Map<number, ClassCount>()
  const all = none()
  input.labels.forEach((label, position) => {
    if (!byLabel.has(label))
      byLabel.set(label, { ...none(), name: input.classNames[label] ?? null, role: roleOf(label) })
    for (const count of [all, roles[roleOf(label)], byLabel.get(label)!]) add(count, input, position)
  })
  return { ...all, roles, classes: [...byLabel].sort(byLabelLast).map(([, count]) => count) }
}

const byLabelLast = ([a]: [number, unknown], [b]: [number, unknown]) => (a < 0 ? 1 : b < 0 ? -1 : a - b)

function add(count: FlaggedCount, input: ReportInput, position: number): void {
  const flagged = input.scores[position] > input.threshold ? 1 : 0
  count.images++
  count.flagged += flagged
  if (input.splits[position] !== 2) return
  count.test.images++
  count.test.flagged += flagged
}
