import type { VerdictKind } from '../../../../main/contract/verdicts.ts'
import type { Command } from '../../../commands/command.ts'
import { counted } from '../../../format.ts'
import { useJudging } from '../../../stores/judging.ts'
import { useVerdicts } from '../../../stores/verdicts.ts'
import { verdictKinds, verdictLooks } from '../../../verdicts/kinds.ts'

interface Actions { judge(kind: VerdictKind): void; writeNote(): void; writeTags(): void }

const group = 'Verdict'

/** What can be asked for by keys where verdicts are given. */
export function useVerdictCommands({ judge, writeNote, writeTags }: Actions): () => Command[] {
  const [judging, verdicts] = [useJudging(), useVerdicts()]
  const kinds = (enabled: boolean): Command[] =>
    verdictKinds.map((kind, i) => ({
      id: `verdict.${kind}`, title: `Judge: ${verdictLooks[kind].title.toLowerCase()}`, group, keys: [String(i + 1)],
      enabled, run: () => judge(kind),
    }))
  const deeds = (): Command[] => {
    const what = (images: number[]) => (images.length > 1 ? ` (${counted(images.length, 'image')})` : '')
    return [
      { id: 'verdict.undo', title: `Undo the last verdict${what(verdicts.undoes)}`, group, keys: ['Mod+z'],
        enabled: verdicts.undoes.length > 0, run: judging.undo },
      { id: 'verdict.redo', title: `Redo the verdict${what(verdicts.redoes)}`, group, keys: ['Mod+Shift+z', 'Mod+y'],
        enabled: verdicts.redoes.length > 0, run: judging.redo },
    ]
  }
  return () => {
    const enabled = judging.positions.length > 0
    return [
      ...kinds(enabled),
      { id: 'verdict.withdraw', title: 'Withdraw the verdict', group, keys: ['0', 'Backspace'],
        enabled: judging.judged.length > 0, run: judging.withdraw },
      { id: 'verdict.note', title: 'Write a note', group, keys: ['n'], enabled, run: writeNote },
      { id: 'verdict.tags', title: 'Choose tags', group, keys: ['t'], enabled, run: writeTags },
      ...deeds(),
    ]
  }
}
