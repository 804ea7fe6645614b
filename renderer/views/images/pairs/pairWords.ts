import type { Pair } from '../../../../main/contract/imageSets.ts'
import { score } from '../../../format.ts'

/** How alike two images are, in a few words. */
export function likeness({ kind, distance }: Pick<Pair, 'kind' | 'distance'>): string {
  return kind === 'exact' ? 'the same pixels' : `nearly the same, distance ${score(distance)}`
}
