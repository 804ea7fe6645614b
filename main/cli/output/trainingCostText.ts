import type { TrainingCost } from '../../contract/training.ts'
import { duration } from '../../reports/text.ts'
import { details } from './details.ts'
import { bytes, count } from './format.ts'

/** What a training takes, for people. */
export function trainingCostText(cost: TrainingCost): string {
  const { members, reused, steps, early, parameters, pace, seconds, why } = cost
  return details([
    ['members', `${count(members)} to train${reused ? `, ${count(reused)} trained before` : ''}`],
    ['steps', `${early ? 'at most ' : ''}${count(steps)} each`],
    ['parameters', `${count(parameters)} each`],
    ['at a time', `${count(cost.atOnce)}, on ${count(cost.threads)} threads each`],
    ['disk', `${bytes(cost.bytes)}, ${bytes(cost.freeBytes)} are free`],
    ['a step', pace && `${pace.millisecondsPerStep.toFixed(1)} ms, ${pace.measured === 'before' ? 'as measured in trainings before' : 'measured just now'}`],
    ['time', seconds === null ? null : `${early ? 'at most ' : ''}about ${duration(seconds)}`],
    ['time not told', why && why.message],
  ])
}
