import type { Catalogue } from '../catalogue.ts'
import { groupDuplicates, writePairs } from '../duplicates/groupDuplicates.ts'
import { countGroups, warnOfLargeGroups } from '../groupWarnings.ts'
import type { ImportResult } from '../importRequest.ts'
import type { ImportRun } from '../importRun.ts'
import type { ImageSource } from '../sources/imageSource.ts'
import { DEFAULT_SPLIT, NO_SPLIT, TEST, splitImages } from '../split.ts'
import { warningsOf } from '../warnings.ts'
import type { DecodedSet } from './decodedOutput.ts'
import type { ChosenSettings } from './settings.ts'
import { settleSnapshot } from './settleSnapshot.ts'
import { countByClass, labelling, writeRows } from './writeRows.ts'

/** Groups and splits what was decoded, writes the rows and the pairs, and sums up. */
export async function conclude(
  run: ImportRun,
  source: ImageSource,
  settings: ChosenSettings,
  decoded: DecodedSet,
): Promise<ImportResult> {
  const { catalogue, statistics } = decoded
  const snapshot = await settleSnapshot(run, settings, decoded)
  const grouping = await groupDuplicates(run, catalogue)
  const { classes, labels } = labelling(catalogue)
  run.progress('splitting', 0, catalogue.length)
  const splits = splitAll(run, catalogue, labels, grouping.groups)
  const pairs = await writePairs(run, grouping, splits)
  await writeRows(run, catalogue, labels, splits, grouping.groups)
  run.progress('splitting', catalogue.length, catalogue.length)
  const { problems, others } = run
  const unlabelled = labels.reduce((sum, label) => sum + Number(label < 0), 0)
  const byClass = countByClass({ classes, labels }, splits)
  const groups = countGroups(grouping.groups)
  const counts = { images: catalogue.length, problems, others, unlabelled, byClass, groups, ...pairs }
  const warnings = [...source.notes, ...settings.warnings, ...warningsOf(run.request, classes, counts)]
  warnings.push(...warnOfLargeGroups(grouping.groups, labels, classes))
  return { kind: source.kind, classes, counts, snapshot, warnings, statistics: statistics.finish() }
}

function splitAll(run: ImportRun, catalogue: Catalogue, labels: Int32Array, groups: Int32Array): Uint8Array {
  const given = catalogue.given.values
  if (run.request.unlabelled || run.request.expected)
    return given.map((split) => (split === NO_SPLIT ? TEST : split))
  return splitImages(
    { labels, given, groups, hashes: catalogue.hashes.values },
    run.request.split ?? DEFAULT_SPLIT,
  )
}
