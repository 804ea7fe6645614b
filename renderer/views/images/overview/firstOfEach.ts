/**
 * The first positions of each class.
 * @param labels Int32 x images: -1 where there is none
 */
export function firstOfEach(labels: Int32Array, classes: number, most: number): number[][] {
  const found: number[][] = Array.from({ length: classes }, () => [])
  labels.forEach((label, position) => {
    if (label >= 0 && found[label].length < most) found[label].push(position)
  })
  return found
}
