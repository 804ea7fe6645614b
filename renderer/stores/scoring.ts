import { defineStore } from 'pinia'
import { ref } from 'vue'
import { usualDetectors } from '../../main/contract/detectorFits.ts'
import type { Ensemble } from '../../main/contract/ensembles.ts'
import { importedName } from '../../main/contract/importedScores.ts'
import { useEngine } from '../client/engine.ts'
import { type Failure, failureOf } from '../client/failure.ts'
import { listDetectors } from '../results/listDetectors.ts'
import { useConnection } from './connection.ts'

/** Has every ensemble scored as soon as its training is done, whatever screen is open. */
export const useScoring = defineStore('scoring', () => {
  const { api } = useEngine()
  const failures = ref(new Map<number, Failure>())
  const asked = new Set<number>()

  /** First by the default, which is there soon, then by all others that are usual. A set once scored is not scored again. */
  async function score(ensembleId: number): Promise<void> {
    if (asked.has(ensembleId)) return
    asked.add(ensembleId)
    try {
      const [ensemble, all] = await Promise.all([
        api.ensembles.show({ id: ensembleId }),
        listDetectors(api),
      ])
      const [first, ...others] = usualDetectors(all, ensemble)
      await api.scores.compute({ ensembleId, detectors: [first] })
      if (others.length > 0) await api.scores.compute({ ensembleId, detectors: others })
      failures.value.delete(ensembleId)
    } catch (error) {
      failures.value.set(ensembleId, failureOf(error))
    } finally {
      asked.delete(ensembleId)
    }
  }

  /** An ensemble that was trained while no window was open has no scores yet. */
  async function scoreIfMissing({ id, members }: Ensemble): Promise<void> {
    if (!members.every(({ state }) => state === 'done')) return
    const scores = await api.scores.list({ ensembleId: id })
    if (scores.every(({ detector }) => importedName(detector) !== null)) await score(id)
  }

  useConnection().onEvent((event) => {
    if (event.type !== 'job' || event.job.kind !== 'train' || event.job.state !== 'done') return
    if (event.job.ensembleId !== null) void score(event.job.ensembleId)
  })
  return {
    failures,
    score,
    scoreIfMissing,
    failureOf: (ensembleId: number) => failures.value.get(ensembleId) ?? null,
  }
})
