import { mostVerdicts, type VerdictChange, type VerdictEntry } from '../../main/contract/verdicts.ts'

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

/** What has to be said so that each image is as it was `before` its change, or `after` it: images of one mind together. */
export function restoring(changes: VerdictChange[], side: 'before' | 'after'): Saying[] {
  const sayings = new Map<string, Saying>()
  for (const change of changes) {
    const said = saidOf(change[side])
    const saying = sayings.get(keyOf(said)) ?? { positions: [], said }
    saying.positions.push(change.position)
    sayings.set(keyOf(said), saying)
  }
  return [...sayings.values()]
}

/** The same, each of no more images than the engine takes at once. */
export function inBatches(sayings: Saying[], most = mostVerdicts): Saying[] {
  return sayings.flatMap(({ positions, said }) =>
    Array.from({ length: Math.ceil(positions.length / most) }, (_, i) => {
      return { positions: positions.slice(i * most, (i + 1) * most), said }
    }),
  )
}
