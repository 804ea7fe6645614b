import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import type { ThresholdRule } from '../../main/contract/thresholds.ts'
import { useEngine } from '../client/engine.ts'
import { useAddress } from '../composables/useAddress.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { parseRule, ruleText } from '../results/ruleText.ts'
import { useResult } from './result.ts'
import { useThreshold } from './threshold.ts'
import { useTruth } from './truth.ts'

/** The rule that chooses the threshold, where one does, and the engine's figures of the threshold that is shown. */
export const useThresholdRule = defineStore('threshold rule', () => {
  const { api } = useEngine()
  const result = useResult()
  const threshold = useThreshold()
  const truth = useTruth()
  const inAddress = useAddress('rule')
  const rule = computed<ThresholdRule>({
    get: () => parseRule(inAddress.value) ?? { kind: 'value', value: threshold.value },
    set: (next) => (inAddress.value = ruleText(next)),
  })

  const scoreId = computed(() => result.images?.score.id ?? null)
  const settled = computed(() => (inAddress.value === null && threshold.isSettled ? threshold.value : null))
  const figures = useLoaded(
    async () => {
      if (scoreId.value === null || (inAddress.value === null && settled.value === null)) return null
      return api.thresholds.evaluate({ scoreId: scoreId.value, rule: rule.value, judged: truth.mode === 'judged' })
    },
    [scoreId, inAddress, settled, () => truth.mode],
  )
  // A rule moves the threshold as soon as the engine has its value.
  watch(figures.value, (found) => {
    if (found && found.rule.kind !== 'value' && ruleText(found.rule) === inAddress.value)
      threshold.settle(found.value, inAddress.value)
  })
  /** Those of the very threshold that is shown. */
  const current = computed(() => {
    const found = figures.value.value
    return found && Math.abs(found.value - threshold.value) <= 1e-6 * Math.abs(threshold.value) ? found : null
  })
  return { rule, figures: current, failure: figures.failure, loading: figures.loading, reload: figures.reload }
})
