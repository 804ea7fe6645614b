import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares two keys in a time that depends neither on where they differ nor on how long the right one is. */
export function isSame(given: string, key: string): boolean {
  const [a, b] = [given, key].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(a, b)
}
