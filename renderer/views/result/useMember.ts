import { computed } from 'vue'
import { useAddress } from '../../composables/useAddress.ts'
import type { ScoredImages } from '../../results/scoredImages.ts'
import { memberName } from '../../words/memberName.ts'

/**
 * The member whose latent space is shown, counted from 0 (from 1 in the address), and those to choose from.
 */
export function useMember(images: () => ScoredImages) {
  const inAddress = useAddress('member')
  const trained = computed(() => {
    const done = images().ensemble.members.filter(({ state }) => state === 'done')
    return done.map(({ index }) => index)
  })
  const named = (index: number) => ({ value: index, label: memberName(index) })
  const members = computed(() => trained.value.map(named))
  const member = computed({
    get: () => trained.value.find((index) => String(index + 1) === inAddress.value) ?? trained.value[0] ?? 0,
    set: (index) => (inAddress.value = String(index + 1)),
  })
  return { member, members }
}
