import type { Pair } from '../../../../main/contract/imageSets.ts'
import { score } from '../../../format.ts'
import { t } from '../../../words/words.ts'

/** How alike two images are, in a few words. */
export function likeness({ kind, distance }: Pick<Pair, 'kind' | 'distance'>): string {
  return kind === 'exact'
    ? t('the same pixels')
    : t('nearly the same, distance {distance}', { distance: score(distance) })
}
