import { t } from '../words/words.ts'
import type { SortBy } from './sorting.ts'

/** Names rise and numbers of interest fall, as long as nobody turns them round. */
export const sorts: { value: SortBy; label: string; falls: boolean }[] = [
  { value: 'score', label: t('Score'), falls: true },
  { value: 'class', label: t('Class'), falls: false },
  { value: 'nearest', label: t('Nearest class'), falls: false },
  { value: 'judged', label: t('Time of verdict'), falls: true },
  { value: 'position', label: t('Order in the set'), falls: false },
]
