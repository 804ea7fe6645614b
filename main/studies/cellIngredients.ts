import type { StudySpec } from '../contract/studies.ts'
import type { Cell } from './cells.ts'

/** An image set by its content: SHA-256 of the pixels, of the labels' file and of the splits' file. */
export interface SetContent { snapshot: string; labels: string; splits: string }

/** Raised whenever the same cell is measured otherwise than before. */
const cellVersion = 1

/**
 * Everything that decides what a cell gives, and nothing of the machine: neither threads nor device nor runtime.
 * Names of studies, arms and sets do not count, so that studies share cells.
 * @param contentOf what an image set consists of, by its name
 * @param roles the labels of the known and of the held-out classes
 * @param versions of the weights and of the detectors' scores
 */
export function cellIngredients(
  cell: Cell, images: StudySpec['images'], contentOf: (set: string) => SetContent,
  roles: { known: number[]; heldOut: number[] }, versions: { weights: number; scores: number },
): Record<string, unknown> {
  const { case: { probe }, arm } = cell
  return {
    cellVersion, versions, images, ...roles, content: contentOf(cell.set),
    probe: probe?.kind === 'foreign' ? { kind: 'foreign', content: contentOf(probe.set) } : probe,
    detectors: [...new Set(arm.detectors)].sort(), sizes: [...new Set(arm.sizes)].sort((a, b) => a - b),
    ensemble: deciding(cell),
  }
}

function deciding({ members, settings }: Cell): Record<string, unknown> {
  const { seed, order, model, objective, training } = settings
  return members === 0 ? { members, seed } : { members, seed, order, model, objective, training }
}
