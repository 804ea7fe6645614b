import type { Regret } from '../../main/contract/studyTables.ts'
import { counted, metric } from '../format.ts'

/** By how much the primary method misses the best of all, case by case, in the mean and where it is most. */
export function regretWords({ method, sets, mean, worst, known }: Regret): string {
  const where = sets.length > 1 ? `On ${sets.join(', ')} together` : `On ${sets[0]}`
  if (mean === null || worst?.regret == null) return `${where}, no regret of ${method} is known yet.`
  const most = `at most by ${metric(worst.regret)}, where ${worst.case} is held out and ${worst.best} is the best`
  const over = `over ${counted(known, 'held-out case')}`
  const regret = worst.regret === 0 ? 'is itself the best in every case' : `misses the best of all methods by ${
    metric(mean)} in the mean, ${most}`
  return `${where}, ${method} ${regret} (${over}; the best is chosen in hindsight, so some regret is chance).`
}
