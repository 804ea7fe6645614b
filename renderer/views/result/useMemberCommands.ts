import { computed, type Ref, type WritableComputedRef } from 'vue'
import { useCommands } from '../../commands/registry.ts'

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
    const [group, enabled] = ['Members', members.value.length > 1]
    return [
      { id: 'member.next', title: 'Next member', group, keys: [']'], enabled, run: () => step(1) },
      { id: 'member.previous', title: 'Previous member', group, keys: ['['], enabled, run: () => step(-1) },
    ]
  })
}
