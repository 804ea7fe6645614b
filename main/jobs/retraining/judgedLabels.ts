import type { Relabelling } from '../../contract/retraining.ts'
import type { VerdictKind } from '../../contract/verdicts.ts'

const [TRAIN, TEST] = [0, 2]

/** What a set's images are: labels are indices into the classes, -1 where there is none; splits 0 train to 2 test. */
export interface Labelled { classes: string[]; labels: Int32Array; splits: Uint8Array }

/** What an ensemble makes of a set: the classes that it learns, and by image the class that it is nearest to, -1 for none. */
export interface Learned { known: readonly number[]; nearest: Int16Array }

/** A current verdict, and the class that a mislabelled image should have. */
export interface Judgement { position: number; verdict: VerdictKind; class: string | null }

/**
 * The set as it was judged. Labelled test images stay what they are, whatever was said of them: what is learned from
 * verdicts must not be measured by them. Images of a class that is not learned anyway leave nothing.
 */
export function judgedLabels(
  set: Labelled, learned: Learned, judgements: Judgement[],
): { set: Labelled; relabelling: Relabelling } {
  const judged = { classes: [...set.classes], labels: set.labels.slice(), splits: set.splits.slice() }
  const relabelling = { relabelled: 0, leaving: 0, joining: 0, tests: 0 }
  for (const one of judgements) {
    const change = changeOf(judged, learned, one)
    if (change) relabelling[change]++
  }
  return { set: judged, relabelling }
}

function changeOf(set: Labelled, { known, nearest }: Learned, { position, verdict, class: name }: Judgement): keyof Relabelling | null {
  const label = set.labels[position]
  if (set.splits[position] === TEST && label >= 0) return 'tests'
  if (verdict === 'normal') return label < 0 ? join(set, position, nearest[position]) : null
  if (verdict === 'mislabelled' && name !== null) return relabel(set, position, name)
  return (verdict === 'anomaly' || verdict === 'mislabelled') && known.includes(label) ? leave(set, position) : null
}

function relabel(set: Labelled, position: number, name: string): 'relabelled' | null {
  if (!set.classes.includes(name)) set.classes.push(name)
  const label = set.classes.indexOf(name)
  if (set.labels[position] === label) return null
  if (set.labels[position] < 0) set.splits[position] = TRAIN
  set.labels[position] = label
  return 'relabelled'
}

function leave(set: Labelled, position: number): 'leaving' {
  set.labels[position] = -1
  return 'leaving'
}

function join(set: Labelled, position: number, nearest: number): 'joining' | null {
  if (nearest < 0) return null
  set.labels[position] = nearest
  set.splits[position] = TRAIN
  return 'joining'
}
