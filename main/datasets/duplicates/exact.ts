/**
 * For each image the first image with the very same pixels (itself where there is none before it).
 * `prints`: 64 bits of a SHA-256 of each image's pixels, as two numbers; among 10 million images two
 * different ones share them with a chance of 3 in a million.
 */
export function firstEqual(prints: Uint32Array): Int32Array {
  const images = prints.length / 2
  const order = Uint32Array.from({ length: images }, (_, i) => i)
  order.sort((a, b) => prints[2 * a] - prints[2 * b] || prints[2 * a + 1] - prints[2 * b + 1] || a - b)
  const first = new Int32Array(images)
  order.forEach((image, at) => {
    const before = at > 0 ? order[at - 1] : image
    const same = prints[2 * image] === prints[2 * before] && prints[2 * image + 1] === prints[2 * before + 1]
    first[image] = same && at > 0 ? first[before] : image
  })
  return first
}
