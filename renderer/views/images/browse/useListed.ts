import { computed } from 'vue'
import type { ImageSet } from '../../../../main/contract/imageSets.ts'
import { useAddress } from '../../../composables/useAddress.ts'
import type { SetArrays } from '../setArrays.ts'
import { labelText, listedImages, parseLabel, parseSplit } from './listedImages.ts'
import type { Split } from '../splits.ts'

/** The images that the address lists, by class and split. */
export function useListed(set: () => ImageSet, arrays: () => SetArrays | null) {
  const [classInAddress, splitInAddress] = [useAddress('class'), useAddress('split')]
  const label = computed({
    get: () => parseLabel(classInAddress.value, set().classes.length),
    set: (next: number | null) => (classInAddress.value = labelText(next)),
  })
  const split = computed({
    get: () => parseSplit(splitInAddress.value),
    set: (next: Split | null) => (splitInAddress.value = next),
  })
  const listed = computed(() => {
    const known = arrays()
    return known ? listedImages(known, { label: label.value, split: split.value }) : new Uint32Array()
  })
  return { label, split, listed }
}
