import { useListed } from '../../../stores/listed.ts'
import { useSelection } from '../../../stores/selection.ts'
import { useShownImages } from '../../../stores/shownImages.ts'

/** Which keys are held while an image is pressed, or stepped to. */
export type Held = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** Choosing images from a list: one by one, a range with Shift, one more or less with Ctrl. */
export function useChoosing() {
  const [listed, shown, selection] = [useListed(), useShownImages(), useSelection()]
  /** Where a range begins. */
  let anchor: number | null = null

  function chooseOne(position: number): void {
    anchor = position
    if (listed.narrows) shown.select(position)
    else selection.selectImage(position, false)
  }
  /** @param last the image that is looked at, if it is one of them */
  function chooseMany(images: Iterable<number>, last: number): void {
    const positions = [...new Set(images)].sort((a, b) => a - b)
    if (positions.length === 1) selection.selectImage(positions[0], false)
    else if (positions.length === 0) selection.clear()
    else selection.selectGroup({ kind: 'images', positions }, positions.includes(last) ? last : null)
  }
  function toggle(position: number): void {
    const before = new Set(shown.selected ?? (selection.image === null ? [] : [selection.image]))
    anchor = position
    if (!before.delete(position)) before.add(position)
    chooseMany(before, position)
  }
  function extend(position: number): void {
    const begun = listed.listed.indexOf(anchor ?? selection.image ?? position)
    const [from, to] = [begun < 0 ? listed.listed.indexOf(position) : begun, listed.listed.indexOf(position)]
    anchor ??= listed.listed[from]
    chooseMany(listed.listed.subarray(Math.min(from, to), Math.max(from, to) + 1), position)
  }

  /** As the arrows do. */
  function step(position: number, { shiftKey }: Held): void {
    if (shiftKey) extend(position)
    else chooseOne(position)
  }
  /** A click on the one image that is chosen gives it up. */
  function press(position: number, { ctrlKey, metaKey, shiftKey }: Held): void {
    if (shiftKey) extend(position)
    else if (ctrlKey || metaKey) toggle(position)
    else if (selection.image === position && selection.group === null) selection.clear()
    else chooseOne(position)
  }
  /** All that are listed. */
  function chooseAll(): void {
    if (listed.narrows) selection.selectGroup(selection.group)
    else if (listed.tab === 'ranked') selection.selectGroup({ kind: 'all' })
    else chooseMany(listed.listed, -1)
  }
  return { press, step, chooseAll }
}
