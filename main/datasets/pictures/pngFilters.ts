/** Undoes one row: `from` in the filtered bytes, `to` in the pixels; `step` bytes a pixel. */
export type Filter = (
  raw: Buffer,
  from: number,
  out: Uint8Array,
  to: number,
  stride: number,
  step: number,
) => void

const none: Filter = (raw, from, out, to, stride) => {
  for (let i = 0; i < stride; i += 1) out[to + i] = raw[from + i]
}

const sub: Filter = (raw, from, out, to, stride, step) => {
  for (let i = 0; i < stride; i += 1) out[to + i] = raw[from + i] + (i < step ? 0 : out[to + i - step])
}

const up: Filter = (raw, from, out, to, stride) => {
  for (let i = 0; i < stride; i += 1) out[to + i] = raw[from + i] + (to === 0 ? 0 : out[to + i - stride])
}

const average: Filter = (raw, from, out, to, stride, step) => {
  for (let i = 0; i < stride; i += 1) {
    const left = i < step ? 0 : out[to + i - step]
    const above = to === 0 ? 0 : out[to + i - stride]
    out[to + i] = raw[from + i] + ((left + above) >> 1)
  }
}

const paeth: Filter = (raw, from, out, to, stride, step) => {
  for (let i = 0; i < stride; i += 1) {
    const left = i < step ? 0 : out[to + i - step]
    const above = to === 0 ? 0 : out[to + i - stride]
    const corner = i < step || to === 0 ? 0 : out[to + i - stride - step]
    out[to + i] = raw[from + i] + nearest(left, above, corner)
  }
}

function nearest(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner)
  const toAbove = Math.abs(left - corner)
  const toCorner = Math.abs(left + above - 2 * corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

/** By the number that each row begins with: PNG, 3rd edition, W3C 2025, section 9. */
export const FILTERS: readonly Filter[] = [none, sub, up, average, paeth]
