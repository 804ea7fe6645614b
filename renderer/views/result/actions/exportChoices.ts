import type { ImageFolders } from '../../../../main/contract/exports.ts'
import { t } from '../../../words/words.ts'

/** Which images are written. */
export type Chosen = 'selected' | 'flagged' | 'judged' | 'shown'

export const folderChoices: { value: ImageFolders; label: string }[] = [
  { value: 'class', label: t('A folder for each class') },
  { value: 'verdict', label: t('A folder for each verdict') },
  { value: 'none', label: t('All in one folder') },
]

export const writtenAs: { value: 'copies' | 'links'; label: string }[] = [
  { value: 'copies', label: t('Copies') },
  { value: 'links', label: t('Links to the originals') },
]

/** So many images the engine writes at once. */
export const mostExported = 100_000

export interface ExportSources {
  /** Positions that are shown, and those that are chosen; none where none is. */
  shown: Uint32Array
  selected: readonly number[]
  scores: Float32Array
  threshold: number
  /** One byte an image, 0 where it has no verdict. */
  kinds: Uint8Array
}

/** The images of each choice, as positions in the set. */
export function exported({ shown, selected, scores, threshold, kinds }: ExportSources): Record<Chosen, number[]> {
  const all = [...shown]
  return {
    selected: [...selected],
    flagged: all.filter((position) => scores[position] > threshold),
    judged: all.filter((position) => kinds[position] > 0),
    shown: all,
  }
}

const titles: Record<Chosen, string> = {
  selected: t('Selected'), flagged: t('Flagged'), judged: t('Judged'), shown: t('All that are shown'),
}

/** The choices with how many images each has; those without any are left out. */
export function chosenOptions(of: Record<Chosen, number[]>): { value: Chosen; label: string }[] {
  const all: Chosen[] = ['selected', 'flagged', 'judged', 'shown']
  return all.filter((value) => of[value].length > 0)
    .map((value) => ({ value, label: `${titles[value]}: ${t('{n} image | {n} images', of[value].length)}` }))
}
