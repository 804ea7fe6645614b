import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import type { Ensemble } from '../../../../main/contract/ensembles.ts'
import type { ImageSet } from '../../../../main/contract/imageSets.ts'
import { useAddress } from '../../../composables/useAddress.ts'
import { type ClassLook, classLooks } from '../../../results/classLooks.ts'
import { useOpenProject } from '../../../stores/openProject.ts'

/** The classes' roles in one of the project's ensembles: the newest, until a person chooses another. */
export interface Roles {
  /** Those trained on this version first, each kind the newest first. */
  ensembles: ComputedRef<Ensemble[]>
  id: WritableComputedRef<number>
  /** By label; null where there is no ensemble. */
  looks: ComputedRef<ClassLook[] | null>
}

export function useRoles(set: () => ImageSet): Roles {
  const open = useOpenProject()
  const inAddress = useAddress('ensemble')
  const isOwn = ({ imageSetId }: Ensemble) => imageSetId === set().id
  const ensembles = computed(() => {
    const all = open.ensembles ?? []
    return [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))]
  })
  const chosen = computed(() => ensembles.value.find(({ id }) => String(id) === inAddress.value) ?? ensembles.value[0] ?? null)
  const looks = computed(() => {
    if (!chosen.value) return null
    const trainedOn = open.set(chosen.value.imageSetId)
    return classLooks(set().classes, { ...chosen.value, classes: trainedOn?.classes ?? set().classes })
  })
  const id = computed({
    get: () => chosen.value?.id ?? 0,
    set: (next) => (inAddress.value = next === ensembles.value[0]?.id ? null : String(next)),
  })
  return { ensembles, id, looks }
}
