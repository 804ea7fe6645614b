import sharp from 'sharp'
import type { ImageRow } from './importRequest.ts'

/** A record of IDX or CIFAR-10 has no file around it. */
const isRecord = ({ path }: Pick<ImageRow, 'path'>): boolean => /#\d+$/.test(path)

/** An original as a file of its own: as it is, and a record's pixels as PNG. */
export interface OriginalFile { name: string; bytes: Buffer }

/**
 * @param bytes the file's, or a record's pixels
 * @returns the name without folders
 */
export async function originalFile(row: Pick<ImageRow, 'path' | 'width' | 'height'>, bytes: Buffer): Promise<OriginalFile> {
  const name = row.path.slice(row.path.lastIndexOf('/') + 1)
  if (!isRecord(row)) return { name, bytes }
  const { width, height } = row
  const channels = bytes.length / (width * height) === 3 ? 3 : 1
  return { name: `${name.replace('#', '-')}.png`, bytes: await sharp(bytes, { raw: { width, height, channels } }).png().toBuffer() }
}

/** Where an original lies as a file on disk; null where it is within an archive or a file of records. */
export function originalPlace(source: string, sourceKind: string, row: Pick<ImageRow, 'path'>): string | null {
  const onDisk = sourceKind === 'folder' || sourceKind === 'split-folders' || sourceKind === 'mvtec' || sourceKind === 'unlabelled'
  return onDisk && !isRecord(row) && !/\.zip$/i.test(source) ? `${source}/${row.path}` : null
}
