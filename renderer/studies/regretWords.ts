import type { Regret } from '../../main/contract/studyTables.ts'
import { metric } from '../format.ts'
import { t } from '../words/words.ts'

/** By how much the primary method misses the best of all, case by case, in the mean and where it is most. */
export function regretWords({ method, sets, mean, worst, known }: Regret): string {
  const where = sets.length > 1 ? t('On {sets} together', { sets: sets.join(', ') }) : t('On {set}', { set: sets[0] })
  if (mean === null || worst?.regret == null) {
    return t('{where}, no regret of {method} is known yet.', { where, method })
  }
  const over = t('over {n} held-out case | over {n} held-out cases', known)
  const aside = t('({over}; the best is chosen in hindsight, so some regret is chance).', { over })
  const told = { where, method, aside }
  if (worst.regret === 0) return t('{where}, {method} is itself the best in every case {aside}', told)
  return t('{where}, {method} misses the best of all methods by {mean} in the mean, at most by {most}, where {case} is held out and {best} is the best {aside}', {
    ...told, mean: metric(mean), most: metric(worst.regret), case: worst.case, best: worst.best ?? '',
  })
}
