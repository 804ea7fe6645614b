/** How a rate from 0 to 1 is laid along an axis: evenly, or so that each tenth of it is as wide as the one before. */
export interface RateScale {
  kind: 'linear' | 'log'
  /** Where the axis begins; smaller rates stand there too. */
  least: number
  /** The place of a rate as a share of the axis. */
  place(rate: number): number
}

export const linearScale: RateScale = { kind: 'linear', least: 0, place: (rate) => rate }

/** From half an image of so many on, so that one flagged image and none are told apart; at least two decades. */
export function logScale(images: number): RateScale {
  const least = Math.min(0.01, 1 / (2 * Math.max(1, images)))
  return { kind: 'log', least, place: (rate) => (rate <= least ? 0 : 1 - Math.log(rate) / Math.log(least)) }
}
