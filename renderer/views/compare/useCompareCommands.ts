import type { Command } from '../../commands/command.ts'
import { useSelection } from '../../stores/selection.ts'
import { type ComparePart, compareParts } from './parts.ts'
import { useColumnDeeds } from './useColumnDeeds.ts'

interface Actions { show(part: ComparePart): void; save(): void }

const group = 'Compare'

/** What can be asked for by keys where scores are compared. */
export function useCompareCommands({ show, save }: Actions): () => Command[] {
  const [deeds, selection] = [useColumnDeeds(), useSelection()]
  return () => [
    ...compareParts.map(({ value, label }): Command => ({
      id: `compare.${value}`, title: `Show: ${label.toLowerCase()}`, group, run: () => show(value),
    })),
    { id: 'compare.add', title: 'Add a column', group, keys: ['a'], enabled: deeds.next.value !== null, run: deeds.add },
    { id: 'compare.swap', title: 'Swap the first two columns', group, keys: ['x'], enabled: deeds.columns.ids.length > 1,
      run: () => deeds.swap(0, 1) },
    { id: 'compare.save', title: 'Save the comparison as …', group, keys: ['Mod+s'], enabled: deeds.columns.ids.length > 1, run: save },
    { id: 'compare.clear', title: 'Give the selected image up', group, keys: ['Escape'], enabled: selection.image !== null,
      run: selection.clear },
  ]
}
