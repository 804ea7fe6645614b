import { defineStore } from 'pinia'
import { computed, ref, watchEffect } from 'vue'
import { useAddress } from '../composables/useAddress.ts'
import { emptying, passing, type Filtered } from '../filter/passing.ts'
import { type Filter, type FilterPart, filterText, noFilter, parseFilter, partsOf } from '../filter/filter.ts'
import { NONE } from '../verdicts/kinds.ts'
import { useImagePaths } from './imagePaths.ts'
import { useResult } from './result.ts'
import { useVerdicts } from './verdicts.ts'

/** The one filter that all panes share. It lies in the address. */
export const useFilter = defineStore('filter', () => {
  const result = useResult()
  const verdicts = useVerdicts()
  const paths = useImagePaths()
  const inAddress = useAddress('filter')
  /** Above which images are flagged: whoever keeps the threshold says so. */
  const threshold = ref(Infinity)

  const filter = computed({
    get: () => parseFilter(inAddress.value),
    set: (next) => (inAddress.value = filterText(next)),
  })
  const parts = computed(() => partsOf(filter.value))
  const set = (changes: Partial<Filter>) => void (filter.value = { ...filter.value, ...changes })

  const tagged = computed(() => {
    const wanted = new Set(filter.value.tags)
    if (wanted.size === 0) return null
    const mask = new Uint8Array(verdicts.kinds.length)
    for (const [position, { tags }] of verdicts.entries) if (tags.some((tag) => wanted.has(tag))) mask[position] = 1
    return mask
  })
  const text = computed(() => filter.value.path?.toLowerCase() ?? null)
  watchEffect(() => {
    if (text.value !== null) paths.want()
  })
  const onPath = computed(() =>
    text.value === null || paths.paths === null
      ? null
      : Uint8Array.from(paths.paths, (path) => Number(path.toLowerCase().includes(text.value!))),
  )
  const images = computed<Filtered | null>(() => {
    const shown = result.images
    return shown && {
      ...shown, verdicts: verdicts.kinds, threshold: threshold.value, tagged: tagged.value, onPath: onPath.value,
    }
  })
  /** One byte an image, 1 where it is let through; null where nothing is filtered. */
  const passes = computed(() =>
    images.value && parts.value.length > 0 ? passing(filter.value, images.value) : null,
  )

  const hidesJudged = computed(() => filter.value.verdicts?.length === 1 && filter.value.verdicts[0] === NONE)
  return {
    filter,
    parts,
    passes,
    threshold,
    set,
    without: (part: FilterPart) => set({ [part]: null }),
    clear: () => void (filter.value = noFilter),
    hidesJudged,
    hideJudged: (hide: boolean) => set({ verdicts: hide ? [NONE] : null }),
    /** The parts because of which none of some images are let through. */
    emptying: (positions: Uint32Array) => (images.value ? emptying(filter.value, images.value, positions) : []),
    waitsForPaths: computed(() => text.value !== null && paths.paths === null && !paths.failure),
    pathsFailure: computed(() => (text.value === null ? null : paths.failure)),
  }
})
