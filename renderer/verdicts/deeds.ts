import type { VerdictChange } from '../../main/contract/verdicts.ts'

/** Something done to the verdicts, that can be taken back as a whole. They are numbered as they are done. */
export interface Deed { id: number; changes: VerdictChange[] }

/** What was done, the last at the end, and what was taken back, the next to do again at the end. */
export interface Deeds { done: Deed[]; undone: Deed[] }

export type Side = keyof Deeds

export const noDeeds: Deeds = { done: [], undone: [] }

/** More than anybody takes back. */
const most = 500

/** Does something new: what was taken back before cannot be done again. */
export const withDone = ({ done }: Deeds, deed: Deed): Deeds => ({ done: [...done, deed].slice(-most), undone: [] })

/** Moves the last deed that was done to those that are undone (`to`), or the other way round. */
export function moved({ done, undone }: Deeds, to: Side): { deed: Deed | null; deeds: Deeds } {
  const deed = (to === 'undone' ? done : undone).at(-1) ?? null
  if (!deed) return { deed, deeds: { done, undone } }
  const deeds = to === 'undone'
    ? { done: done.slice(0, -1), undone: [...undone, deed] }
    : { done: [...done, deed], undone: undone.slice(0, -1) }
  return { deed, deeds }
}

/** The deeds once it is known what one of them changed, wherever it is by now; it is gone where it changed nothing. */
export function answered({ done, undone }: Deeds, id: number, changes: VerdictChange[]): Deeds {
  const known = (side: Deed[]) => side.flatMap((deed) => replaced(deed, id, changes))
  return { done: known(done), undone: known(undone) }
}

/**
 * The deeds once it is known that a deed could not be moved to a side, or some of its images could not: with these it
 * goes back.
 */
export function movedBack(deeds: Deeds, to: Side, id: number, images: ReadonlySet<number>): Deeds {
  const deed = deeds[to].find((one) => one.id === id)
  if (!deed || images.size === 0) return deeds
  const [stays, goes] = [false, true].map((back) =>
    deed.changes.filter(({ position }) => images.has(position) === back))
  const from = to === 'done' ? 'undone' : 'done'
  const rest = { ...deeds, [to]: deeds[to].flatMap((one) => replaced(one, id, stays)) }
  // The last to be done is the first to be undone.
  const order = from === 'done' ? 1 : -1
  return { ...rest, [from]: [...rest[from], { id, changes: goes }].sort((a, b) => order * (a.id - b.id)) }
}

function replaced(deed: Deed, id: number, changes: VerdictChange[]): Deed[] {
  if (deed.id !== id) return [deed]
  return changes.length > 0 ? [{ id, changes }] : []
}
