import type { ComparedColumn } from '../../contract/comparisons.ts'
import type { Facts } from '../../comparisons/unlike.ts'
import { minute } from '../../reports/text.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { Store } from '../../store/openStore.ts'
import { ensembleView } from '../ensemble/ensembleView.ts'
import { settingFacts } from './settingFacts.ts'

/** A column without its figures. */
export function columnOf(store: Store, score: ScoreRecord): Omit<ComparedColumn, 'metrics' | 'flagged'> {
  const ensemble = store.ensembles.show(score.ensembleId)!
  const set = store.imageSets.show(score.imageSetId)!
  return {
    scoreId: score.id, ensembleId: ensemble.id, ensemble: ensemble.name, imageSetId: set.id,
    imageSet: `${set.name}, version ${set.version}`, detector: score.detector, threshold: score.threshold.value,
  }
}

/** Everything in which columns may differ, in a reader's words where there are some. */
export function factsOf(store: Store, score: ScoreRecord): Facts {
  const record = store.ensembles.show(score.ensembleId)!
  const { settings: { seed, members, heldOut: _, leftOut, ...settings }, ...ensemble } = ensembleView(store, record, false)
  const [set, trainedOn] = [score.imageSetId, record.imageSetId].map((id) => store.imageSets.show(id)!)
  const seconds = ensemble.members.reduce((sum, member) => sum + (member.seconds ?? 0), 0)
  return {
    ensemble: ensemble.name, detector: score.detector, 'scored set': `${set.name}, version ${set.version}`,
    'trained on': `${trainedOn.name}, version ${trainedOn.version}`, pixels: trainedOn.snapshot!.sha256.slice(0, 12),
    'known classes': ensemble.known, 'held out': ensemble.heldOut, 'left out': leftOut, seed, members, ...settingFacts(settings),
    threshold: score.threshold.rule, 'without leaks': score.withoutLeaks ? 'yes' : 'no',
    device: [...new Set(ensemble.members.map(({ device }) => device).filter((one) => one !== null))],
    'training time': `${Math.round(seconds)} s`, created: `${minute(ensemble.created)} UTC`,
  }
}
