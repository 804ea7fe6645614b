import type { Command } from '../../../commands/command.ts'
import { useListed } from '../../../stores/listed.ts'
import { useSelection } from '../../../stores/selection.ts'
import { t } from '../../../words/words.ts'
import type { useChoosing } from './useChoosing.ts'

const group = t('List')

/** What can be asked for by keys where images are listed. */
export function useListCommands(choosing: ReturnType<typeof useChoosing>): () => Command[] {
  const [list, selection] = [useListed(), useSelection()]
  function step(by: number): void {
    const { listed } = list
    const at = selection.image === null ? -1 : listed.indexOf(selection.image)
    const next = at < 0 ? 0 : Math.min(listed.length - 1, Math.max(0, at + by))
    if (listed.length > 0) choosing.step(listed[next], { ctrlKey: false, metaKey: false, shiftKey: false })
  }
  return () => [
    { id: 'list.next', title: t('Next image'), group, keys: ['j'], hidden: true, run: () => step(1) },
    { id: 'list.previous', title: t('Previous image'), group, keys: ['k'], hidden: true, run: () => step(-1) },
    { id: 'list.all', title: t('Choose all that are listed'), group, keys: ['Mod+a'], run: choosing.chooseAll },
    { id: 'list.invert', title: t('Choose all others instead'), group, keys: ['Mod+i'], run: selection.invert },
    { id: 'list.ranked', title: t('List the ranked images'), group, enabled: list.tab !== 'ranked',
      run: () => (list.tab = 'ranked') },
    { id: 'list.next-to-judge', title: t('List what to judge next'), group, enabled: list.tab !== 'next',
      run: () => (list.tab = 'next') },
    { id: 'list.labels', title: t('List the label issues'), group, enabled: list.tab !== 'labels',
      run: () => (list.tab = 'labels') },
    { id: 'list.turn', title: t('Turn the order round'), group, run: () => (list.falls = !list.falls) },
  ]
}
