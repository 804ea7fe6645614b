import type { Command } from 'commander'
import { exitCodes } from '../exitCodes.ts'
import { addEnsembleOptions } from '../options/ensembleOptions.ts'
import { ensembleSettings } from '../options/ensembleSettings.ts'
import type { EnsembleOptions } from '../options/ensembleSettings.ts'
import { ensembleText } from '../output/ensembleText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { trainingCostText } from '../output/trainingCostText.ts'
import { usageFailure } from '../failures.ts'
import { findEnsemble, findImageSet } from '../resolve.ts'
import { withEngine } from '../session.ts'
import type { Session } from '../session.ts'
import { failedMembers, trainEnsemble, trainStep } from '../steps/trainStep.ts'
import { defineCommand } from './defineCommand.ts'

type Options = EnsembleOptions & { name?: string; ensemble?: string; cost?: boolean; json?: boolean }

export function defineTrain(program: Command): void {
  const command = defineCommand(program, 'train [set]', {
    summary: 'train an ensemble on an image set (named by number or name), or complete one',
    examples: [
      'train 3 --hold-out Bag',
      'train parts --members 10 --latent 16 --epochs 20',
      'train --ensemble 2',
      'train parts --members 10 --cost',
    ],
  })
  command
    .option('--name <name>', 'name of the ensemble')
    .option('--ensemble <ensemble>', 'train the members of this ensemble that are missing')
    .option('--cost', 'tell what the training would take, from measured steps, and train nothing')
  addEnsembleOptions(command).action(async (set: string | undefined, options: Options) => {
    if ((set === undefined) === (options.ensemble === undefined)) {
      throw usageFailure(
        'Either an image set or --ensemble is needed, and not both.',
        'See "lacuna train --help".',
      )
    }
    if (options.cost) return tellCost(set, options)
    const ensemble = await withEngine((session) => train(session, set, options))
    if (options.json) printJson(ensemble)
    else printResult(ensembleText(ensemble))
    if (failedMembers(ensemble).length) process.exitCode = exitCodes.someMembersFailed
  })
}

async function tellCost(set: string | undefined, options: Options): Promise<void> {
  if (set === undefined) throw usageFailure('--cost needs an image set, not --ensemble.', 'See "lacuna train --help".')
  const cost = await withEngine(async ({ api }) =>
    api.training.cost({ imageSetId: (await findImageSet(api, set)).id, settings: ensembleSettings(options) }))
  if (options.json) printJson(cost)
  else printResult(trainingCostText(cost))
}

async function train(session: Session, set: string | undefined, options: Options) {
  if (options.ensemble !== undefined) {
    return trainEnsemble(session, (await findEnsemble(session.api, options.ensemble)).id)
  }
  return trainStep(session, await findImageSet(session.api, set!), ensembleSettings(options), options.name)
}
