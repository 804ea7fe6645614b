import type { Command } from '../../../commands/command.ts'
import { useListed } from '../../../stores/listed.ts'
import { useSelection } from '../../../stores/selection.ts'
import type { useChoosing } from './useChoosing.ts'

const group = 'List'

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
    { id: 'list.next', title: 'Next image', group, keys: ['j'], hidden: true, run: () => step(1) },
    { id: 'list.previous', title: 'Previous image', group, keys: ['k'], hidden: true, run: () => step(-1) },
    { id: 'list.all', title: 'Choose all that are listed', group, keys: ['Mod+a'], run: choosing.chooseAll },
    { id: 'list.invert', title: 'Choose all others instead', group, keys: ['Mod+i'], run: selection.invert },
    { id: 'list.ranked', title: 'List the ranked images', group, enabled: list.tab !== 'ranked',
      run: () => (list.tab = 'ranked') },
    { id: 'list.labels', title: 'List the label issues', group, enabled: list.tab !== 'labels',
      run: () => (list.tab = 'labels') },
    { id: 'list.turn', title: 'Turn the order round', group, run: () => (list.falls = !list.falls) },
  ]
}
