import { readdir, stat } from 'node:fs/promises'
import { prepareDecoding } from './concurrency.ts'
import type { ImportProgress, ImportRequest, ImportResult } from './importRequest.ts'
import { ImportRun } from './importRun.ts'
import { ImportError, toImportError } from './problems.ts'
import { openSource } from './sources/openSource.ts'
import { checkImages } from './stages/check.ts'
import { conclude } from './stages/conclude.ts'
import { decodeAll } from './stages/decodeAll.ts'
import { findImages } from './stages/find.ts'
import { chooseSettings } from './stages/settings.ts'

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
 * 300 bytes an image. Throws `ImportError` where nothing can be imported, and the signal's reason within
 * a second of an abort; both leave `output` empty.
 */
export async function importImages(
  request: ImportRequest,
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
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
    throw toImportError(error)
  }
}

async function runStages(run: ImportRun): Promise<ImportResult> {
  const source = await openSource(run.request.source, { ...run.request, scratch: run.file('scratch') })
  try {
    const found = await findImages(run, source)
    const survey = await checkImages(run, source, found)
    if (survey.images === 0) throw noImage(run)
    const settings = chooseSettings(run.request, survey)
    const channels = settings.colour === 'grey' ? 1 : 3
    const decoded = await decodeAll(run, source, survey.images, settings.target, channels)
    if (decoded.catalogue.length === 0) throw noImage(run)
    return await conclude(run, source, settings, decoded)
  } finally {
    await source.close()
  }
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
