import { type ComputedRef, shallowRef, watch } from 'vue'
import type { VerdictChange } from '../../main/contract/verdicts.ts'
import type { Failure } from '../client/failure.ts'
import type { Entries } from '../verdicts/entries.ts'
import { isSame, saidOf, type Saying } from '../verdicts/sayings.ts'
import type { Answer } from '../verdicts/telling.ts'
import { t } from '../words/words.ts'

/** What verdicts have not become. */
type Missed = 'saved' | 'taken back' | 'done again'

/** What the engine did not take of what was said, so that nothing is lost unseen. */
export function useUnsavedVerdicts(entries: ComputedRef<Entries>) {
  const sayings = shallowRef<Saying[]>([])
  const failure = shallowRef<Failure | null>(null)

  function forget(): void {
    sayings.value = []
    failure.value = null
  }

  function tell({ failure: why, unsaid }: Answer, missed: Missed): void {
    if (why) failure.value = sentence(unsaid, why, missed)
  }

  function keep(answer: Answer): void {
    if (answer.failure === null) return
    sayings.value = [...sayings.value, ...answer.unsaid]
    tell({ ...answer, unsaid: sayings.value }, 'saved')
  }

  /** Whatever was said anew of some images takes the place of what was not saved of them. */
  function without(changes: VerdictChange[]): void {
    const images = new Set(changes.map(({ position }) => position))
    limit((position) => !images.has(position))
  }

  function limit(wanted: (position: number, saying: Saying) => boolean): void {
    if (sayings.value.length === 0) return
    sayings.value = sayings.value
      .map((saying) => ({ ...saying, positions: saying.positions.filter((position) => wanted(position, saying)) }))
      .filter(({ positions }) => positions.length > 0)
    if (sayings.value.length === 0) failure.value = null
  }

  // An engine that died before it could answer may have saved what it was told: the next one's list says so.
  watch(entries, (now) => limit((position, { said }) => !isSame(saidOf(now.get(position)), said)))
  return { sayings, failure, tell, keep, without, forget }
}

function sentence(unsaid: Saying[], failure: Failure, missed: Missed): Failure {
  const images = unsaid.reduce((sum, { positions }) => sum + positions.length, 0)
  const why = failure.message
  const message = {
    saved: t('One verdict was not saved: {why} | {n} verdicts were not saved: {why}', images, { why }),
    'taken back': t('One verdict was not taken back: {why} | {n} verdicts were not taken back: {why}', images, { why }),
    'done again': t('One verdict was not done again: {why} | {n} verdicts were not done again: {why}', images, { why }),
  }[missed]
  return { ...failure, message }
}
