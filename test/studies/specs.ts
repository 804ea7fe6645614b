import { StudySpec } from '../../main/contract/studies.ts'

/** A small study that fits, with changes. */
export function spec(changes: Record<string, unknown> = {}): StudySpec {
  return StudySpec.parse({
    name: 'small', question: 'Which is better?', sets: [{ name: 'digits' }], protocol: { kind: 'each-class' },
    arms: [arm('one'), arm('two')], ...changes,
  })
}

export const arm = (name: string, changes: Record<string, unknown> = {}) =>
  ({ name, detectors: ['divergence'], members: 2, ...changes })

export const threeClasses = (): string[] => ['a', 'b', 'c']
