import type { Command } from 'commander'
import { usualDetectors } from '../../contract/detectorFits.ts'
import type { Comparison } from '../../contract/comparisons.ts'
import type { Ensemble } from '../../contract/ensembles.ts'
import type { Relabelling } from '../../contract/retraining.ts'
import type { Score } from '../../contract/scores.ts'
import { retrainingText } from '../output/retrainingText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { follow } from '../progress/follow.ts'
import { findEnsemble } from '../resolve.ts'
import { type Session, withEngine } from '../session.ts'
import { scoreStep } from '../steps/scoreStep.ts'
import { defineCommand } from './defineCommand.ts'

interface Options { name?: string; json?: boolean }

/** What became of a retraining: the figures of both ensembles on the test images that neither learned from. */
export interface Retraining { ensemble: Ensemble; imageSetId: number; relabelling: Relabelling; comparison: Comparison }

/** `retrain`: a new ensemble that has learned from the verdicts, and how it does against the old one. */
export function defineRetrain(program: Command): void {
  defineCommand(program, 'retrain <ensemble>', {
    summary: 'train an ensemble again with the labels as judged, and compare both on the same test images',
    examples: ['retrain 2', 'retrain parts --name "parts, second look" --json'],
  }).option('--name <name>', 'name of the new ensemble').action(async (text: string, { name, json }: Options) => {
    const done = await withEngine((session) => retrain(session, text, name))
    if (json) printJson(done)
    else printResult(retrainingText(done))
  })
}

async function retrain(session: Session, text: string, name?: string): Promise<Retraining> {
  const { api } = session
  const before = await findEnsemble(api, text)
  const { ensemble, imageSetId, jobId, relabelling } = await api.retraining.start({ ensembleId: before.id, name })
  await follow(session, jobId)
  const [detector] = usualDetectors(await api.detectors.list(), before)
  const old = (await scoreOf(session, before, detector))
    ?? (await scoreStep(session, { ensembleId: before.id, detectors: [detector] }))[0]
  const [fresh] = await scoreStep(session, { ensembleId: ensemble.id, detectors: [detector] })
  const comparison = await api.comparisons.compute({ scoreIds: [old.id, fresh.id] })
  return { ensemble: await api.ensembles.show({ id: ensemble.id }), imageSetId, relabelling, comparison }
}

/** The latest score that an ensemble has of its own images. */
async function scoreOf({ api }: Session, { id, imageSetId }: Ensemble, detector: string): Promise<Score | undefined> {
  const scores = await api.scores.list({ ensembleId: id })
  return scores.findLast((score) => score.detector === detector && score.imageSetId === imageSetId)
}
