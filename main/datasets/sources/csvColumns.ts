import { looksLikeImage } from '../pictures/formats.ts'

/** Which cell of a row means what; undefined where the list has no such column. */
export interface CsvColumns {
  path: number
  label: number | undefined
  split: number | undefined
}

const PATH = /^(image[_ -]?)?(path|file|filename|file[_ -]?name|filepath|file[_ -]?path|image|img)$/i
const LABEL = /^(label|labels|class|class[_ -]?name|category|target|species)$/i
const SPLIT = /^(split|set|subset|partition|fold)$/i

/** The columns by the names in the first row; undefined where none of them names a path. */
export function columnsByName(header: string[]): CsvColumns | undefined {
  const place = (pattern: RegExp) => {
    const at = header.findIndex((cell) => pattern.test(cell.trim()))
    return at < 0 ? undefined : at
  }
  const path = place(PATH)
  return path === undefined ? undefined : { path, label: place(LABEL), split: place(SPLIT) }
}

/** Path, label, split in this order, where the first row is already an image; undefined where it is not. */
export function columnsByPlace(first: string[]): CsvColumns | undefined {
  if (!looksLikeImage(first[0] ?? '')) return undefined
  return { path: 0, label: first.length > 1 ? 1 : undefined, split: first.length > 2 ? 2 : undefined }
}
