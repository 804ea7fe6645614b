import type { Command } from 'commander'
import { existingSource } from '../outputFolder.ts'
import { scoreText } from '../output/scoreText.ts'
import { printJson, printResult, warn } from '../output/streams.ts'
import { follow } from '../progress/follow.ts'
import { findEnsemble, findImageSet } from '../resolve.ts'
import { withEngine } from '../session.ts'
import { defineCommand, defineGroup } from './defineCommand.ts'

interface Options { name: string; set?: string; partial?: boolean; json?: boolean }

/** `scores import`: what was scored elsewhere, to stand beside ours. */
export function defineScores(program: Command): void {
  const group = defineGroup(program, 'scores', {
    summary: 'take in scores that were computed elsewhere (with --json)',
    examples: ['scores import 2 theirs.csv --name PatchCore'],
  })
  defineCommand(group, 'import <ensemble> <file>', {
    summary: "set scores from a CSV file (columns path and score) beside an ensemble's own",
    examples: ['scores import 2 theirs.csv --name PatchCore', 'scores import parts theirs.csv --name kNN --partial --json'],
  })
    .requiredOption('--name <name>', 'what they are called; scores of that name are replaced')
    .option('--set <set>', "the image set that they are of (default: the ensemble's own)")
    .option('--partial', 'an image without a score ranks last and counts in no figure (default: refuse)')
    .addHelpText('after', '\nHigher is more anomalous. Which images count as anomalies, and which are tests, is as in the\n'
      + "ensemble; the threshold is the one that 5 % of the known classes' validation images exceed.")
    .action(importScores)
}

async function importScores(ensemble: string, name: string, { set, json, ...options }: Options): Promise<void> {
  const file = await existingSource(name)
  const score = await withEngine(async (session) => {
    const { api } = session
    const { id } = await findEnsemble(api, ensemble)
    const imageSetId = set === undefined ? undefined : (await findImageSet(api, set)).id
    const { jobId } = await api.scores.import({ ensembleId: id, imageSetId, file, ...options })
    const { result } = await follow(session, jobId)
    return api.scores.show({ id: (result as { scoreIds: number[] }).scoreIds[0] })
  })
  score.warnings.forEach(warn)
  if (json) printJson(score)
  else printResult(scoreText(score, []))
}
