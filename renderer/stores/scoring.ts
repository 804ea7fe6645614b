import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Ensemble } from '../../main/contract/ensembles.ts'
import { useEngine } from '../client/engine.ts'
import { type Failure, failureOf } from '../client/failure.ts'
import { useConnection } from './connection.ts'

const trainedMembers = ({ members }: Ensemble): number => members.filter(({ state }) => state === 'done').length

/** Has every ensemble scored as soon as its training is done, whatever screen is open. */
export const useScoring = defineStore('scoring', () => {
  const { api } = useEngine()
  const failures = ref(new Map<number, Failure>())
  const asked = new Set<number>()

  /** By all detectors that fit the ensemble, except those that read pixels: they take their time. A set once scored is not scored again. */
  async function score(ensembleId: number): Promise<void> {
    if (asked.has(ensembleId)) return
    asked.add(ensembleId)
    try {
      const [ensemble, all] = await Promise.all([
        api.ensembles.show({ id: ensembleId }),
        api.detectors.list(),
      ])
      const detectors = all
        .filter((one) => one.reads !== 'pixels' && one.models.includes(ensemble.settings.model.kind))
        .filter(({ fewestClasses }) => fewestClasses <= ensemble.known.length)
        .filter(({ fewestMembers = 1 }) => fewestMembers <= trainedMembers(ensemble))
        .map(({ id }) => id)
      await api.scores.compute({ ensembleId, detectors })
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
    if ((await api.scores.list({ ensembleId: id })).length === 0) await score(id)
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
