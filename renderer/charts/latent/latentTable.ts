import type { ChartTable } from '../chart.ts'
import { Emphasis } from './emphasis.ts'
import type { LatentCloud } from './latentCloud.ts'

/**
 * The points that a latent picture shows, in the order of the images: what each is, and where it is drawn.
 * @param describe the first cells of a row, as many as `titles`, by the image's position
 */
export function latentTable(
  { points, dimension, emphasis }: Pick<LatentCloud, 'points' | 'dimension' | 'emphasis'>, titles: string[],
  describe: (position: number) => (string | number | null)[],
): ChartTable {
  const axes = ['x', 'y', 'z'].slice(0, dimension)
  const shown = emphasis.order.filter((position) => emphasis.strengths[position] !== Emphasis.hidden).sort()
  return {
    columns: [...titles, ...axes].map((title) => ({ title })),
    rows: Array.from(shown, (position) => [
      ...describe(position), ...axes.map((_, axis) => points[3 * position + axis]),
    ]),
  }
}
