/** What a column has of each of its images: the content's hash. */
export type Contents = string[]

/**
 * The images that all columns have, by content; of exact copies within a column the first counts.
 * @param columns hashes by position
 * @returns positions of the common images by column, in the order of the first
 */
export function commonImages(columns: Contents[]): Int32Array[] {
  const [first, ...others] = columns.map(firstPlaces)
  const common = [...first.keys()].filter((hash) => others.every((places) => places.has(hash)))
  return [first, ...others].map((places) => Int32Array.from(common, (hash) => places.get(hash)!))
}

function firstPlaces(hashes: Contents): Map<string, number> {
  const places = new Map<string, number>()
  hashes.forEach((hash, position) => {
    if (!places.has(hash)) places.set(hash, position)
  })
  return places
}
