import type { ImageSet } from '../../contract/imageSets.ts'

/** The pixels of a snapshot in words: 64 x 48 colour. */
export function pixelsText({ width, height, channels }: NonNullable<ImageSet['snapshot']>): string {
  return `${width} x ${height} ${channels === 1 ? 'grey' : 'colour'}`
}
