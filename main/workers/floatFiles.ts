import { rename, readFile, writeFile } from 'node:fs/promises'

/** Writes under a temporary name and renames, so that a file of that name is always whole. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.partial`, data)
  await rename(`${path}.partial`, path)
}

/** Writes numbers as raw little-endian values, in the order of the snapshot's images. */
export function writeNumbers(path: string, values: Float32Array | Int32Array | Int16Array | Uint8Array): Promise<void> {
  return writeWhole(path, new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
}

/** Reads a file of raw little-endian floats. */
export async function readFloats(path: string): Promise<Float32Array> {
  const bytes = await readFile(path)
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
