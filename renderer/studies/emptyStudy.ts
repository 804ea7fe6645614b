import type { StudyArm, StudySpec } from '../../main/contract/studies.ts'

/** What a new study begins with: nothing but one arm of the recommended preset. */
export function emptyStudy(set: string | null): StudySpec {
  return {
    name: 'my-study', question: '', sets: set === null ? [] : [{ name: set }], protocol: { kind: 'each-class' },
    images: 'all', arms: [emptyArm('recommended')], vary: [], seeds: [1],
  }
}

export function emptyArm(name: string): StudyArm {
  return {
    name, preset: 'recommended', model: { kind: 'cl-vae' }, objective: {}, training: {}, order: 'random', members: 5,
    detectors: [], sizes: [],
  }
}

/** A protocol of a kind as it is where nothing more is said. @param foreign the set that strangers come from */
export function protocolOf(kind: StudySpec['protocol']['kind'], foreign: string): StudySpec['protocol'] {
  switch (kind) {
    case 'each-class':
      return { kind }
    case 'groups':
      return { kind, groups: [] }
    case 'random-groups':
      return { kind, size: 2, draws: 5, seed: 1 }
    case 'foreign':
      return { kind, set: foreign }
    case 'corruptions':
      return { kind, corruptions: ['noise', 'blur'], severities: [3] }
    case 'blends':
      return { kind, share: 0.5 }
  }
}

/** Every method of a study, as its comparisons name them. */
export const methodsOf = ({ arms }: StudySpec): string[] =>
  arms.flatMap(({ name, detectors }) => detectors.map((detector) => `${name}/${detector}`))
