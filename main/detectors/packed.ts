/** Numbers as JSON can hold them compactly, in base64: single-precision floats, or bytes b that stand for b / 255. */
export type Packed = { floats: string } | { bytes: string }

/** Pixels of a snapshot are such bytes and are kept as them, without loss; everything else as little-endian floats. */
export function pack(values: Float32Array): Packed {
  if (values.every(isByte)) return { bytes: Buffer.from(Uint8Array.from(values, byteOf)).toString('base64') }
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, i) => bytes.writeFloatLE(value, 4 * i))
  return { floats: bytes.toString('base64') }
}

/** The same numbers that were packed. */
export function unpack(packed: Packed): Float32Array {
  if ('bytes' in packed) return Float32Array.from(Buffer.from(packed.bytes, 'base64'), (byte) => byte / 255)
  const bytes = Buffer.from(packed.floats, 'base64')
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i))
}

/** Double-precision numbers as the base64 of their little-endian bytes. */
export function packDoubles(values: Float64Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')
}

/** What `packDoubles` made. */
export function unpackDoubles(text: string): Float64Array {
  return new Float64Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer)
}

const byteOf = (value: number): number => Math.round(255 * value)

const isByte = (value: number): boolean => value >= 0 && value <= 1 && Math.fround(byteOf(value) / 255) === value
