import type { NvidiaCard } from './nvidiaCard.ts'

/** Linux drivers from this one on run programs of CUDA 12 (CUDA's table of minor version compatibility). */
export const oldestDriver = '525.60.13'

/** About what one small member takes of a card: CUDA's and cuDNN's own needs are most of it. An estimate. */
export const leastBytes = 1.5e9

/** What decides whether a card can be computed on, beside the card. */
export interface Surroundings { platform: string; arch: string; flavour: string | undefined }

/** This machine's, with the flavour of a runtime; undefined where none is set up. */
export function surroundingsHere(flavour: string | undefined): Surroundings {
  return { platform: process.platform, arch: process.arch, flavour }
}

/** Why TensorFlow cannot compute on a card, in one sentence; null where nothing is known that forbids it. */
export function whyNot(card: NvidiaCard, { platform, arch, flavour }: Surroundings): string | null {
  if (platform !== 'linux' || arch !== 'x64') return `TensorFlow for CUDA exists for Linux on x64 only, and this is ${platform} on ${arch}.`
  if (card.driver === null) return `NVIDIA's driver is not loaded: install driver ${oldestDriver} or newer, and restart.`
  if (isOlder(card.driver, oldestDriver)) return `Its driver ${card.driver} is too old for CUDA 12, which needs ${oldestDriver} or newer: update the driver.`
  if (card.bytes !== null && card.bytes < leastBytes) return `It has too little memory: ${gigabytes(card.bytes)}, and training a member needs about ${gigabytes(leastBytes)}.`
  if (flavour === undefined) return 'No TensorFlow runtime is set up: install the one for NVIDIA cards (CUDA).'
  if (flavour !== 'cuda') return 'The TensorFlow in use is for processors: install or use the one for NVIDIA cards (CUDA).'
  if (card.freeBytes !== null && card.freeBytes < leastBytes) return `Too little of its memory is free: ${gigabytes(card.freeBytes)} of ${gigabytes(card.bytes ?? 0)}, and training a member needs about ${gigabytes(leastBytes)}; end other programs that use the card.`
  return null
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`

function isOlder(version: string, than: string): boolean {
  const [one, other] = [version, than].map((text) => text.split('.').map(Number))
  const place = other.findIndex((number, index) => (one[index] ?? 0) !== number)
  return place >= 0 && (one[place] ?? 0) < other[place]
}
