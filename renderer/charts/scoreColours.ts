// Viridis (Smith, van der Walt 2015), which grows lighter evenly and is read by any colour vision; eleven
// of its colours.
const viridis = [
  [68, 1, 84],
  [72, 36, 117],
  [65, 68, 135],
  [53, 95, 141],
  [42, 120, 142],
  [33, 145, 140],
  [34, 168, 132],
  [68, 191, 112],
  [122, 209, 81],
  [189, 223, 38],
  [253, 231, 37],
]

/** The colour of a share from 0 to 1, as bytes. */
export function viridisAt(share: number): [number, number, number] {
  const place = Math.min(1, Math.max(0, share)) * (viridis.length - 1)
  const below = Math.min(viridis.length - 2, Math.floor(place))
  return [0, 1, 2].map((i) =>
    Math.round(viridis[below][i] + (place - below) * (viridis[below + 1][i] - viridis[below][i])),
  ) as [number, number, number]
}

/** The span of scores that the colours are spread over: all but the outermost hundredth on both sides. */
export function colourSpan(scores: Float32Array, positions: Uint32Array): { from: number; to: number } {
  const rising = Float32Array.from(positions, (position) => scores[position]).sort()
  if (rising.length === 0) return { from: 0, to: 1 }
  const at = (share: number) => rising[Math.round(share * (rising.length - 1))]
  return { from: at(0.01), to: Math.max(at(0.99), at(0.01) + 1e-9) }
}

/** `#rrggbb` as bytes. */
export function bytesOf(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1, 7), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
