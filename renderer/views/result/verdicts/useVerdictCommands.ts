import type { VerdictKind } from '../../../../main/contract/verdicts.ts'
import type { Command } from '../../../commands/command.ts'
import { useJudging } from '../../../stores/judging.ts'
import { useVerdicts } from '../../../stores/verdicts.ts'
import { verdictKinds, verdictLooks } from '../../../verdicts/kinds.ts'
import { t } from '../../../words/words.ts'

interface Actions { judge(kind: VerdictKind): void; writeNote(): void; writeTags(): void }

const group = t('Verdict')

/** What can be asked for by keys where verdicts are given. */
export function useVerdictCommands({ judge, writeNote, writeTags }: Actions): () => Command[] {
  const [judging, verdicts] = [useJudging(), useVerdicts()]
  const kinds = (enabled: boolean): Command[] =>
    verdictKinds.map((kind, i) => ({
      id: `verdict.${kind}`, title: t('Judge: {verdict}', { verdict: verdictLooks[kind].word }), group,
      keys: [String(i + 1)], enabled, run: () => judge(kind),
    }))
  const deeds = (): Command[] => {
    const [undone, redone] = [verdicts.undoes.length, verdicts.redoes.length]
    const undo = undone > 1
      ? t('Undo the last verdict ({n} image) | Undo the last verdict ({n} images)', undone)
      : t('Undo the last verdict')
    const redo = redone > 1 ? t('Redo the verdict ({n} image) | Redo the verdict ({n} images)', redone) : t('Redo the verdict')
    return [
      { id: 'verdict.undo', title: undo, group, keys: ['Mod+z'], enabled: undone > 0, run: judging.undo },
      { id: 'verdict.redo', title: redo, group, keys: ['Mod+Shift+z', 'Mod+y'], enabled: redone > 0, run: judging.redo },
    ]
  }
  return () => {
    const enabled = judging.positions.length > 0
    return [
      ...kinds(enabled),
      { id: 'verdict.withdraw', title: t('Withdraw the verdict'), group, keys: ['0', 'Backspace'],
        enabled: judging.judged.length > 0, run: judging.withdraw },
      { id: 'verdict.note', title: t('Write a note'), group, keys: ['n'], enabled, run: writeNote },
      { id: 'verdict.tags', title: t('Choose tags'), group, keys: ['t'], enabled, run: writeTags },
      ...deeds(),
    ]
  }
}
