import type { Command } from '../../commands/command.ts'
import { useSelection } from '../../stores/selection.ts'
import { t } from '../../words/words.ts'
import { type ComparePart, compareParts } from './parts.ts'
import { useColumnDeeds } from './useColumnDeeds.ts'

interface Actions { show(part: ComparePart): void; save(): void }

const group = t('Compare')
const shows: Record<ComparePart, string> = {
  figures: t('Show: figures'), images: t('Show: images'), latent: t('Show: latent space'), unlike: t('Show: what differs'),
}

/** What can be asked for by keys where scores are compared. */
export function useCompareCommands({ show, save }: Actions): () => Command[] {
  const [deeds, selection] = [useColumnDeeds(), useSelection()]
  return () => [
    ...compareParts.map(({ value }): Command => ({
      id: `compare.${value}`, title: shows[value], group, run: () => show(value),
    })),
    { id: 'compare.add', title: t('Add a column'), group, keys: ['a'], enabled: deeds.next.value !== null, run: deeds.add },
    { id: 'compare.swap', title: t('Swap the first two columns'), group, keys: ['x'], enabled: deeds.columns.ids.length > 1,
      run: () => deeds.swap(0, 1) },
    { id: 'compare.save', title: t('Save the comparison as …'), group, keys: ['Mod+s'], enabled: deeds.columns.ids.length > 1,
      run: save },
    { id: 'compare.clear', title: t('Give the selected image up'), group, keys: ['Escape'], enabled: selection.image !== null,
      run: selection.clear },
  ]
}
