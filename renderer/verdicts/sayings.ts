import { mostVerdicts } from '../../main/contract/verdictLimits.ts'
import type { VerdictChange, VerdictEntry } from '../../main/contract/verdicts.ts'

/** What a person says of an image: a verdict with its remarks, or that there is none (`verdict` null). */
export type Said = Pick<VerdictEntry, 'verdict' | 'note' | 'tags' | 'class'>

/** The same said of several images. */
export interface Saying { positions: number[]; said: Said }

export const nothingSaid: Said = { verdict: null, note: null, tags: [], class: null }

export const saidOf = (entry: VerdictEntry | null | undefined): Said => {
  if (!entry || entry.verdict === null) return nothingSaid
  const { verdict, note, tags, class: right } = entry
  return { verdict, note, tags, class: right }
}

const keyOf = ({ verdict, note, tags, class: right }: Said) => JSON.stringify([verdict, note, tags, right])

export const isSame = (a: Said, b: Said): boolean => keyOf(a) === keyOf(b)

/** What is said of each image, images of one mind together. */
export function grouped(images: { position: number; said: Said }[]): Saying[] {
  const sayings = new Map<string, Saying>()
  for (const { position, said } of images) {
    const saying = sayings.get(keyOf(said)) ?? { positions: [], said }
    saying.positions.push(position)
    sayings.set(keyOf(said), saying)
  }
  return [...sayings.values()]
}

/** What has to be said so that each image is as it was `before` its change, or `after` it. */
export const restoring = (changes: VerdictChange[], side: 'before' | 'after'): Saying[] =>
  grouped(changes.map((change) => ({ position: change.position, said: saidOf(change[side]) })))

/** The same, each of no more images than the engine takes at once. */
export function inBatches(sayings: Saying[], most = mostVerdicts): Saying[] {
  return sayings.flatMap(({ positions, said }) =>
    Array.from({ length: Math.ceil(positions.length / most) }, (_, i) => {
      return { positions: positions.slice(i * most, (i + 1) * most), said }
    }),
  )
}
