import { EngineFailure } from '../contract/errors.ts'
import { stream } from '../models/random.ts'

export interface GroupDraws { size: number; draws: number; seed: number }

/**
 * So many different random groups of so many classes, each in the order of the classes. The same seed and classes
 * give the same groups on every machine.
 * @throws EngineFailure BAD_INPUT where there are not that many groups
 */
export function randomGroups({ size, draws, seed }: GroupDraws, classes: string[]): string[][] {
  const there = binomial(classes.length, size)
  if (there < draws) {
    const message = `Of ${classes.length} classes there are ${there} groups of ${size}, not ${draws}.`
    throw new EngineFailure('BAD_INPUT', message, 'Ask for fewer draws.')
  }
  const random = stream(`study-groups/${seed}`)
  const groups = new Map<string, string[]>()
  while (groups.size < draws) {
    const chosen = [...random.permutation(classes.length).subarray(0, size)].sort((a, b) => a - b)
    groups.set(chosen.join(), chosen.map((index) => classes[index]))
  }
  return [...groups.values()]
}

/** n over k; 0 where k is more than n. */
function binomial(n: number, k: number): number {
  let value = 1
  for (let i = 0; i < k; i++) value = (value * (n - i)) / (i + 1)
  return Math.round(value)
}
