import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { ThresholdRule } from '../../main/contract/thresholds.ts'
import { useEngine } from '../client/engine.ts'
import { useAddress } from '../composables/useAddress.ts'
import { useCalm } from '../composables/useCalm.ts'
import { useLoaded } from '../composables/useLoaded.ts'
import { parseRule, ruleText } from '../results/ruleText.ts'
import { useResult } from './result.ts'
import { useThreshold } from './threshold.ts'
import { useTruth } from './truth.ts'

/** Each question starts a process: while an arrow key is held, none is asked. */
const calm = 200

/** The rule that chooses the threshold, where one does, and the engine's figures of the threshold that is shown. */
export const useThresholdRule = defineStore('threshold rule', () => {
  const { api } = useEngine()
  const result = useResult()
  const threshold = useThreshold()
  const truth = useTruth()
  const inAddress = useAddress('rule')
  /** Whether anybody looks at the figures. */
  const watched = ref(false)
  const rule = computed<ThresholdRule>({
    get: () => parseRule(inAddress.value) ?? { kind: 'value', value: threshold.value },
    set: (next) => (inAddress.value = ruleText(next)),
  })

  const scoreId = computed(() => result.images?.score.id ?? null)
  /** The rule in the address; without one, the threshold where it rests. */
  const wanted = computed(() => (watched.value && (inAddress.value !== null || threshold.isSettled) ? rule.value : null))
  const asked = shallowRef<ThresholdRule | null>(null)
  watch(wanted, useCalm(() => (asked.value = wanted.value), calm), { immediate: true })

  const figures = useLoaded(
    async () => {
      if (scoreId.value === null || asked.value === null) return null
      return api.thresholds.evaluate({ scoreId: scoreId.value, rule: asked.value, judged: truth.mode === 'judged' })
    },
    [scoreId, () => JSON.stringify(asked.value), () => truth.mode, () => (truth.mode === 'judged' ? truth.judged : null)],
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
  return { rule, watched, figures: current, failure: figures.failure, loading: figures.loading, reload: figures.reload }
})
