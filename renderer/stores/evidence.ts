import { defineStore } from 'pinia'
import { computed } from 'vue'
import { routes } from '../../main/contract/routes.ts'
import { fetchArray } from '../client/arrays.ts'
import { useEngine } from '../client/engine.ts'
import { useAddress } from '../composables/useAddress.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { type Evidence, strategies } from '../judging/proposals.ts'
import { useDisagreement } from '../views/result/useDisagreement.ts'
import { useMember } from '../views/result/useMember.ts'
import { useLabelIssues } from './labelIssues.ts'
import { useResult } from './result.ts'
import { useShownImages } from './shownImages.ts'
import { useThreshold } from './threshold.ts'
import { useVerdicts } from './verdicts.ts'

/** By what the next image to judge is chosen, and what there is to choose it from. The strategy lies in the address. */
export const useEvidence = defineStore('evidence', () => {
  const [engine, result, shown] = [useEngine(), useResult(), useShownImages()]
  const [verdicts, threshold, issues] = [useVerdicts(), useThreshold(), useLabelIssues()]
  const [listInAddress, strategyInAddress] = [useAddress('list'), useAddress('next')]
  const { member } = useMember(() => result.images!)

  const strategy = computed({
    get: () => strategies.find(({ value }) => value === strategyInAddress.value)?.value ?? 'score',
    set: (next) => (strategyInAddress.value = next === 'score' ? null : next),
  })
  /** What is read only where it is needed. */
  const wants = (one: typeof strategy.value) =>
    listInAddress.value === 'next' && strategy.value === one && result.images !== null
  const disagreement = useDisagreement(() => wants('disagreement'))
  const latents = useLoaded(async () => {
    if (!wants('variety')) return null
    const { ensemble, set, scores } = result.images!
    const values = await fetchArray(engine, routes.means(ensemble.id, member.value, set.id), Float32Array)
    return { values, dimension: values.length / scores.length }
  }, [() => wants('variety') && `${result.images!.ensemble.id}/${member.value}/${result.images!.set.id}`])

  const suggestions = computed(() => [...issues.positions].flatMap((position) => {
    const found = issues.of(position)
    return found?.finding === 'label issue' ? [{ position, suggested: found.suggested }] : []
  }))
  const open = () => shown.order.filter((position) => verdicts.kinds[position] === 0)
  const evidence = (): Evidence => ({
    open: open(), scores: result.images!.scores, threshold: threshold.value,
    disagreement: disagreement.disagreement.value, latents: latents.value.value, issues: suggestions.value,
  })
  return {
    strategy, evidence, open, disagreement: disagreement.disagreement, isDisagreementScored: disagreement.isScored,
    latents: latents.value, suggestions,
    failure: computed(() => disagreement.failure.value ?? latents.failure.value),
    loading: computed(() =>
      (wants('disagreement') && disagreement.loading.value) || (wants('variety') && latents.loading.value)),
  }
})
