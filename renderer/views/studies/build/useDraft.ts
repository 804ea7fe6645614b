import { computed } from 'vue'
import { useStudyDraft } from '../../../stores/studyDraft.ts'

/** The study that is being built, for the parts of its form, which are there as long as it is. */
export function useDraft() {
  const building = useStudyDraft()
  return { draft: computed(() => building.draft!) }
}
