import { type Command, Option } from 'commander'
import type { Api } from '../../client/connect.ts'
import type { SavedThreshold, ThresholdRule } from '../../contract/thresholds.ts'
import { CommandFailure, usageFailure } from '../failures.ts'
import { numberFromZero, wholeNumber } from '../options/values.ts'
import { printJson, printResult } from '../output/streams.ts'
import { thresholdFiguresText, thresholdsTable } from '../output/thresholdText.ts'
import { numberOf } from '../resolveNumber.ts'
import { withEngine } from '../session.ts'
import { defineCommand, defineGroup } from './defineCommand.ts'

interface Json { json?: boolean }
interface RuleOptions extends Json { rule: RuleName; rate?: number; images?: number; value?: string; judged?: boolean }
interface SetOptions extends RuleOptions { use?: boolean }

const ruleNames = ['quantile', 'false-positives', 'f1-max', 'top', 'value'] as const
type RuleName = (typeof ruleNames)[number]

/** `thresholds list|try|set|use|remove`: above which score images are flagged. */
export function defineThresholds(program: Command): void {
  const group = defineGroup(program, 'thresholds', {
    summary: "choose, name and use the thresholds of an ensemble's detector (each has --json)",
    examples: ['thresholds list 9', 'thresholds try 9 --rule top --images 50', 'thresholds set 9 strict --rule quantile --rate 0.01 --use'],
  })
  defineCommand(group, 'list <score>', {
    summary: 'list the thresholds of the ensemble and detector of a score', examples: ['thresholds list 9', 'thresholds list 9 --json'],
  }).action(list)
  withRule(defineCommand(group, 'try <score>', {
    summary: 'show what a rule gives and what that flags, and keep nothing', examples: ['thresholds try 9 --rule false-positives --rate 0.02'],
  })).action(tryRule)
  withRule(defineCommand(group, 'set <score> <name>', {
    summary: 'choose a threshold by a rule and keep it under a name', examples: ['thresholds set 9 strict --rule quantile --rate 0.01 --use'],
  })).option('--use', 'flag by it from now on: every set that the ensemble scores').action(set)
  defineCommand(group, 'use <score> <name>', {
    summary: 'flag by a kept threshold from now on', examples: ['thresholds use 9 strict', 'thresholds use 9 "5 % false positives"'],
  }).action(use)
  defineCommand(group, 'remove <score> <name>', {
    summary: 'delete a kept threshold', examples: ['thresholds remove 9 strict'],
  }).action(remove)
}

function withRule(command: Command): Command {
  return command
    .addOption(new Option('--rule <rule>', 'how it is chosen').choices(ruleNames).makeOptionMandatory())
    .option('--rate <share>', 'for quantile and false-positives: the share of normal images above it (0.05)', numberFromZero)
    .option('--images <n>', 'for top: the images to inspect', wholeNumber(1))
    .option('--value <score>', 'for value: the score itself')
    .option('--judged', 'put verdicts in the place of labels')
    .addHelpText('after', '\nquantile rests on the normal images that were kept from training, and needs no anomaly;\n'
      + 'false-positives and f1-max rest on the labels of the test images.')
}

function ruleOf({ rule, rate = 0.05, images, value }: RuleOptions): ThresholdRule {
  if (rule === 'f1-max') return { kind: rule }
  if (rule === 'quantile') return { kind: rule, rate }
  if (rule === 'false-positives') return { kind: 'false positives', rate }
  if (rule === 'top') {
    if (images === undefined) throw usageFailure('The rule top needs --images.', 'How many are to be inspected: --images 50.')
    return { kind: rule, images }
  }
  const score = value === undefined || value.trim() === '' ? NaN : Number(value)
  if (!Number.isFinite(score)) throw usageFailure('The rule value needs --value, a number.', 'For example --value 2.5.')
  return { kind: rule, value: score }
}

async function list(score: string, { json }: Json): Promise<void> {
  const all = await withEngine(({ api }) => api.thresholds.list({ scoreId: numberOf('score', score) }))
  if (json) printJson(all)
  else printResult(thresholdsTable(all))
}

async function tryRule(score: string, options: RuleOptions): Promise<void> {
  const asked = { scoreId: numberOf('score', score), rule: ruleOf(options), judged: options.judged }
  const figures = await withEngine(({ api }) => api.thresholds.evaluate(asked))
  if (options.json) printJson(figures)
  else printResult(thresholdFiguresText(figures))
}

async function set(score: string, name: string, options: SetOptions): Promise<void> {
  const asked = { scoreId: numberOf('score', score), rule: ruleOf(options), judged: options.judged, name }
  const saved = await withEngine(async ({ api }) => {
    const kept = await api.thresholds.save(asked)
    return options.use ? api.thresholds.use({ id: kept.id }) : kept
  })
  tell(saved, options)
}

async function use(score: string, name: string, options: Json): Promise<void> {
  tell(await withEngine(async ({ api }) => api.thresholds.use(await named(api, score, name))), options)
}

async function remove(score: string, name: string, { json }: Json): Promise<void> {
  const removed = await withEngine(async ({ api }) => api.thresholds.remove(await named(api, score, name)))
  if (json) printJson(removed)
  else printResult(`"${removed.name}" deleted.`)
}

function tell(threshold: SavedThreshold, { json }: Json): void {
  if (json) printJson(threshold)
  else printResult(thresholdsTable([threshold]))
}

async function named(api: Api, score: string, name: string): Promise<SavedThreshold> {
  const all = await api.thresholds.list({ scoreId: numberOf('score', score) })
  const found = all.find((one) => one.name === name) ?? all.find((one) => String(one.id) === name)
  if (found) return found
  throw new CommandFailure(`Score ${score} has no threshold "${name}".`, `See "lacuna thresholds list ${score}".`)
}
