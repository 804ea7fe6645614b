import { computed } from 'vue'
import { useAddress } from '../../../composables/useAddress.ts'
import { t } from '../../../words/words.ts'

export type PictureSize = 48 | 72 | 112 | 'rows'

export const pictureSizes: { value: PictureSize; label: string; title: string }[] = [
  { value: 48, label: t('S'), title: t('Small pictures') },
  { value: 72, label: t('M'), title: t('Middle pictures') },
  { value: 112, label: t('L'), title: t('Large pictures') },
  { value: 'rows', label: t('Rows'), title: t('A table') },
]

/** How large the pictures of the list are; it lies in the address. */
export function usePictureSize() {
  const inAddress = useAddress('size')
  const size = computed<PictureSize>({
    get: () => pictureSizes.find(({ value }) => String(value) === inAddress.value)?.value ?? 72,
    set: (next) => (inAddress.value = next === 72 ? null : String(next)),
  })
  return { size }
}
