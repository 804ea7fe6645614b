import { readdir, stat } from 'node:fs/promises'
import type { Catalogue } from './catalogue.ts'
import { prepareDecoding } from './concurrency.ts'
import { groupDuplicates, writePairs } from './duplicates/groupDuplicates.ts'
import { warnOfLargeGroups } from './groupWarnings.ts'
import { ImportRun } from './importRun.ts'
import type { ImportProgress, ImportRequest, ImportResult, SnapshotDescription } from './importRequest.ts'
import { ImportError } from './problems.ts'
import { openSource } from './sources/openSource.ts'
import type { ImageSource } from './sources/imageSource.ts'
import { DEFAULT_SPLIT, NO_SPLIT, TEST, splitImages } from './split.ts'
import { checkImages } from './stages/check.ts'
import { decodeAll } from './stages/decodeAll.ts'
import type { DecodedSet } from './stages/decodeAll.ts'
import { findImages } from './stages/find.ts'
import { chooseSettings } from './stages/settings.ts'
import type { ChosenSettings } from './stages/settings.ts'
import { dropColour, keepPixels } from './stages/settleColour.ts'
import { countByClass, labelling, writeRows } from './stages/writeRows.ts'
import { warningsOf } from './warnings.ts'

export type * from './importRequest.ts'
export { ImportError } from './problems.ts'

/**
 * Imports images: finds, checks, decodes, groups and splits them, and leaves in `request.output`
 *
 * - `pixels.u8`: uint8, `images x height x width x channels`, one flat file;
 * - `images.ndjson`: an `ImageRow` for each image, in the order of the pixels;
 * - `problems.ndjson`: a `Problem` for each file that could not be used;
 * - `pairs.ndjson`: a `DuplicatePair` for each pair of equal or nearly equal images.
 *
 * The same source with the same request gives the same files. The source is only read. Memory grows by about
 * 130 bytes an image. Throws `ImportError` where nothing can be imported, and the signal's reason within
 * a second of an abort; both leave `output` empty.
 */
export async function importImages(
  request: ImportRequest, report: (progress: ImportProgress) => void, signal: AbortSignal,
): Promise<ImportResult> {
  signal.throwIfAborted()
  await checkOutput(request.output)
  prepareDecoding()
  const run = new ImportRun(request, report, signal)
  try {
    const result = await runStages(run)
    await run.finish()
    return result
  } catch (error) {
    await run.abandon()
    throw explainedDisk(error, request.output)
  }
}

async function runStages(run: ImportRun): Promise<ImportResult> {
  const source = await openSource(run.request.source, { ...run.request, scratch: run.file('scratch') })
  try {
    const found = await findImages(run, source)
    const survey = await checkImages(run, source, found)
    if (survey.images === 0) throw noImage(run)
    const settings = chooseSettings(run.request, survey)
    const decoded = await decodeAll(run, source, survey.images, settings.target, settings.colour === 'grey' ? 1 : 3)
    if (decoded.catalogue.length === 0) throw noImage(run)
    return await conclude(run, source, settings, decoded)
  } finally {
    await source.close()
  }
}

async function conclude(
  run: ImportRun, source: ImageSource, settings: ChosenSettings, { catalogue, statistics, sha256 }: DecodedSet,
): Promise<ImportResult> {
  const snapshot = await settleSnapshot(run, settings, catalogue.length, statistics.anyInColour, sha256)
  const grouping = await groupDuplicates(run, catalogue)
  const labels = labelling(catalogue)
  run.progress('splitting', 0, catalogue.length)
  const splits = splitAll(run, catalogue, labels.labels, grouping.groups)
  const pairs = await writePairs(run, grouping, splits)
  await writeRows(run, catalogue, labels.labels, splits, grouping.groups)
  run.progress('splitting', catalogue.length, catalogue.length)
  const byClass = countByClass(labels, splits)
  const unlabelled = labels.labels.filter((label) => label < 0).length
  const counts = { images: catalogue.length, problems: run.problems, others: run.others, unlabelled, byClass, groups: countGroups(grouping.groups), ...pairs }
  const groups = warnOfLargeGroups(grouping.groups, labels.labels, labels.classes)
  const warnings = [...source.notes, ...settings.warnings, ...warningsOf(run.request, labels.classes, counts), ...groups]
  return { kind: source.kind, classes: labels.classes, counts, snapshot, warnings, statistics: statistics.finish() }
}

/** Groups of two images or more. */
function countGroups(groups: Int32Array): number {
  const sizes = new Uint32Array(groups.length)
  groups.forEach((group) => (sizes[group] += 1))
  return sizes.reduce((count, size) => count + Number(size > 1), 0)
}

async function settleSnapshot(
  run: ImportRun, { target, colour }: ChosenSettings, images: number, anyInColour: boolean, sha256: string,
): Promise<SnapshotDescription> {
  const { height, width, fit, range } = target
  const settled = colour ?? (anyInColour ? 'rgb' : 'grey')
  const described = { file: 'pixels.u8' as const, height, width, images, range, fit, colour: settled }
  if (settled === 'rgb' || colour === 'grey') {
    await keepPixels(run)
    return { ...described, channels: settled === 'grey' ? 1 : 3, sha256 }
  }
  return { ...described, channels: 1, sha256: await dropColour(run, { height, width, channels: 3 }) }
}

function splitAll(run: ImportRun, catalogue: Catalogue, labels: Int32Array, groups: Int32Array): Uint8Array {
  const given = catalogue.given.values
  if (run.request.unlabelled || run.request.expected) return given.map((split) => (split === NO_SPLIT ? TEST : split))
  return splitImages({ labels, given, groups, hashes: catalogue.hashes.values }, run.request.split ?? DEFAULT_SPLIT)
}

async function checkOutput(output: string): Promise<void> {
  const stats = await stat(output)
  if (stats.isDirectory() && (await readdir(output)).length === 0) return
  throw new ImportError('output', `${output} is not an empty folder.`, 'Give an empty folder for the result.')
}

function noImage(run: ImportRun): ImportError {
  const { source } = run.request
  const listed = run.problems > 0 ? ` ${run.problems} could not be used.` : ''
  const others = run.others > 0 ? ` ${run.others} files of other kinds lie there.` : ''
  const hint = 'Choose a folder that holds JPEG, PNG, WebP, TIFF, BMP, GIF or AVIF files.'
  return new ImportError('no-image', `No image was found in ${source}.${listed}${others}`, hint)
}

function explainedDisk(error: unknown, output: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') return error
  return new ImportError('disk-full', `The disk that holds ${output} is full.`, 'Make room and import again.')
}
