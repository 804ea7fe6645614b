const pageRows = 4

/** Where a key leads from a tile of a grid; null for a key that leads nowhere. */
export function nextIndex(key: string, index: number, columns: number, length: number): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -pageRows * columns,
    PageDown: pageRows * columns,
    Home: -Infinity,
    End: Infinity,
  }
  const step = steps[key]
  if (step === undefined || length === 0) return null
  const next = index + step
  // A column's end is an end, but pages and Home and End lead to the first or last image.
  if ((key === 'ArrowUp' || key === 'ArrowDown') && (next < 0 || next >= length)) return index
  return Math.min(length - 1, Math.max(0, next))
}
