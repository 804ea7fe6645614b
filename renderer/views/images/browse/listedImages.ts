import type { SetArrays } from '../setArrays.ts'
import { type Split, splitNames } from '../splits.ts'

/** Which images are listed: of a class (-1: without one), of a split; null where it does not matter. */
export interface ImageFilter { label: number | null; split: Split | null }

/** The positions of those images, rising. */
export function listedImages({ labels, splits }: SetArrays, { label, split }: ImageFilter): Uint32Array {
  const wantedSplit = split === null ? null : splitNames.indexOf(split)
  const found = new Uint32Array(labels.length)
  let length = 0
  for (let i = 0; i < labels.length; i++) {
    if ((label === null || labels[i] === label) && (wantedSplit === null || splits[i] === wantedSplit)) found[length++] = i
  }
  return found.subarray(0, length)
}

/** `class=3`, or `class=none` for the images without one. */
export function parseLabel(text: string | null, classes: number): number | null {
  if (text === 'none') return -1
  if (text === null || !/^\d{1,6}$/.test(text)) return null
  return Number(text) < classes ? Number(text) : null
}
export const labelText = (label: number | null): string | null => (label === null ? null : label < 0 ? 'none' : String(label))

export const parseSplit = (text: string | null): Split | null => splitNames.find((name) => name === text) ?? null
