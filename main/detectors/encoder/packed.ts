/**
 * Many numbers as text: base64 of their little-endian bytes. A bank of 10,000 vectors written out in digits would be more
 * than a string can hold.
 */
export function packed(values: Float32Array | Float64Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')
}

/** What `packed` made of single-precision numbers. */
export function unpackedSingles(text: string): Float32Array {
  return new Float32Array(bytesOf(text))
}

/** What `packed` made of double-precision numbers. */
export function unpackedDoubles(text: string): Float64Array {
  return new Float64Array(bytesOf(text))
}

function bytesOf(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'base64')).buffer
}
