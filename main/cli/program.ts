import { Command } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { defineBackup, defineRestore } from './commands/backup.ts'
import { defineBundle } from './commands/bundle.ts'
import { defineChanges } from './commands/changes.ts'
import { defineCompare } from './commands/compare.ts'
import { defineDetectors } from './commands/detectors.ts'
import { defineDoctor } from './commands/doctor.ts'
import { defineEncoder } from './commands/encoder.ts'
import { defineExport } from './commands/export.ts'
import { defineFindings } from './commands/findings.ts'
import { defineImport } from './commands/import.ts'
import { defineJobCommands } from './commands/jobs.ts'
import { defineLabels } from './commands/labels.ts'
import { defineList } from './commands/list.ts'
import { defineMembers } from './commands/members.ts'
import { defineOpen } from './commands/open.ts'
import { defineRelocate } from './commands/relocate.ts'
import { defineRemove } from './commands/remove.ts'
import { defineReport } from './commands/report.ts'
import { defineRetrain } from './commands/retrain.ts'
import { defineRun } from './commands/run.ts'
import { defineRuntime } from './commands/runtime.ts'
import { defineSample } from './commands/sample.ts'
import { defineScore } from './commands/score.ts'
import { defineScores } from './commands/scores.ts'
import { defineShow } from './commands/show.ts'
import { defineStudy } from './commands/study/study.ts'
import { defineThresholds } from './commands/thresholds.ts'
import { defineTrain } from './commands/train.ts'
import { defineVerdicts } from './commands/verdicts.ts'
import { defineVerify } from './commands/verify.ts'
import { defineWhy } from './commands/why.ts'
import { exitCodesHelp } from './exitCodes.ts'

const description =
  'Finds, in a labelled set of images, those that belong to no class: an ensemble of class-latent\n'
  + 'variational autoencoders learns the classes, and what falls between them is ranked first.'

const groups: [string, ((program: Command) => void)[]][] = [
  ['From images to anomalies:', [defineRun, defineLabels, defineSample]],
  ['Step by step:', [defineImport, defineTrain, defineScore, defineReport, defineExport, defineDetectors, defineEncoder]],
  ['Decisions, and scores from elsewhere:', [defineVerdicts, defineThresholds, defineScores, defineCompare, defineRetrain]],
  ['Experiments that run by themselves:', [defineStudy]],
  ['What there is:', [
    defineList, defineShow, defineMembers, defineWhy, defineRemove, defineFindings, defineChanges, defineRelocate, defineBackup, defineRestore,
  ]],
  ['To be believed elsewhere:', [defineBundle, defineVerify, defineOpen]],
  ['Jobs and health:', [defineJobCommands, defineDoctor, defineRuntime]],
]

/** The whole command line. Wrong usage throws commander's error instead of ending the process. */
export function lacunaProgram(): Command {
  const program = new Command('lacuna')
    .description(description)
    .version(packageJson.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureHelp({
      helpWidth: Math.min(100, process.stdout.columns || 100),
      subcommandTerm: (command) => command.name(),
    })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'lacuna: ')) })
    .addHelpText(
      'after',
      `\n${exitCodesHelp}\n\nData lies in the system's place for it, or in $LACUNA_HOME. Start with:\n`
        + '  $ lacuna sample fashion\n  $ lacuna run fashion --hold-out Bag --out results',
    )
  for (const [group, definitions] of groups) {
    program.commandsGroup(group)
    for (const define of definitions) define(program)
  }
  program.helpCommand('help [command]', 'print help for a command')
  return program
}
