import type { ImageFolders } from '../../../../main/contract/exports.ts'
import { counted } from '../../../format.ts'

/** Which images are written. */
export type Chosen = 'selected' | 'flagged' | 'judged' | 'shown'

export const folderChoices: { value: ImageFolders; label: string }[] = [
  { value: 'class', label: 'A folder for each class' },
  { value: 'verdict', label: 'A folder for each verdict' },
  { value: 'none', label: 'All in one folder' },
]

export const writtenAs: { value: 'copies' | 'links'; label: string }[] = [
  { value: 'copies', label: 'Copies' },
  { value: 'links', label: 'Links to the originals' },
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
  selected: 'Selected', flagged: 'Flagged', judged: 'Judged', shown: 'All that are shown',
}

/** The choices with how many images each has; those without any are left out. */
export function chosenOptions(of: Record<Chosen, number[]>): { value: Chosen; label: string }[] {
  const all: Chosen[] = ['selected', 'flagged', 'judged', 'shown']
  return all.filter((value) => of[value].length > 0)
    .map((value) => ({ value, label: `${titles[value]}: ${counted(of[value].length, 'image')}` }))
}
