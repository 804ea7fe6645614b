/** An array of a safetensors file. */
export interface NamedArray { name: string; shape: number[]; values: Float32Array }

/**
 * Arrays as a safetensors file: the header's length (u64), the header as JSON (padded to 8 bytes by blanks), then the
 * numbers, single precision, little-endian, one array behind the other (huggingface/safetensors, format 0.x).
 * @param about goes into the header's `__metadata__`
 */
export function safetensors(arrays: NamedArray[], about: Record<string, string>): Uint8Array {
  let end = 0
  const entries = arrays.map(({ name, shape, values }) => {
    const begin = end
    end += values.byteLength
    return [name, { dtype: 'F32', shape, data_offsets: [begin, end] }] as const
  })
  const text = JSON.stringify({ __metadata__: about, ...Object.fromEntries(entries) })
  const header = new TextEncoder().encode(text.padEnd(text.length + padding(Buffer.byteLength(text))))
  const file = new Uint8Array(8 + header.length + end)
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true)
  file.set(header, 8)
  arrays.forEach(({ values }, i) => {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    file.set(bytes, 8 + header.length + entries[i][1].data_offsets[0])
  })
  return file
}

const padding = (length: number): number => (8 - (length % 8)) % 8
