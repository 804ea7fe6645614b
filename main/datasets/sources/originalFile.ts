import path from 'node:path'

/**
 * The file on the disk that holds an image of a source: itself, the archive that it lies in, or the file of its record.
 * @param isFolder whether the source is a folder; paths are relative to it, or to the folder that the source lies in
 * @param kind of the source, as its import had it
 */
export function originalFile(source: string, isFolder: boolean, kind: string, image: string): string {
  if (kind === 'zip') return source
  const base = isFolder ? source : path.dirname(source)
  const file = kind === 'idx' || kind === 'cifar-binary' ? image.replace(/#\d+$/, '') : image
  return path.resolve(base, file)
}
