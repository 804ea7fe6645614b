import { computed, type Ref, type WritableComputedRef } from 'vue'
import { useCommands } from '../../commands/registry.ts'
import { t } from '../../words/words.ts'

/** From member to member by keys, round at the ends. */
export function useMemberCommands(
  member: WritableComputedRef<number>, members: Readonly<Ref<{ value: number; label: string }[]>>,
): void {
  const at = computed(() => members.value.findIndex(({ value }) => value === member.value))
  function step(by: 1 | -1): void {
    const { length } = members.value
    member.value = members.value[(at.value + by + length) % length].value
  }
  useCommands(() => {
    const [group, enabled] = [t('Members'), members.value.length > 1]
    return [
      { id: 'member.next', title: t('Next member'), group, keys: [']'], enabled, run: () => step(1) },
      { id: 'member.previous', title: t('Previous member'), group, keys: ['['], enabled, run: () => step(-1) },
    ]
  })
}
