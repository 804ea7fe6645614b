import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { DuplicatePair, ImageRow, ImportResult } from '../../datasets/importRequest.ts'
import { readLines } from '../../datasets/lines.ts'
import type { Problem } from '../../datasets/problems.ts'
import { chunkRows, splitNames } from '../../store/images.ts'
import type { Found } from '../../store/imageSets.ts'
import type { JobRun } from '../queue/job.ts'
import { clearRows } from '../removal.ts'

/**
 * Stores what an import worker left in `directory`: rows into the tables, chunk by chunk, and then the files
 * as artefacts in the one transaction that makes the version ready. A version without any difference to an
 * earlier one becomes another name for that.
 */
export async function storeImport(
  run: JobRun<'import'>, directory: string, result: ImportResult,
): Promise<{ imageSetId: number; unchanged: boolean }> {
  const id = run.request.imageSetId
  await storeRows(run, directory, result)
  const found = describe(run, result)
  const { store } = run
  const kept = await store.artefacts.keep({
    snapshot: { file: path.join(directory, 'pixels.u8'), kind: 'snapshot', sha256: result.snapshot.sha256 },
    rows: { file: path.join(directory, 'images.ndjson'), kind: 'rows' },
    labels: { file: path.join(directory, 'labels.i32'), kind: 'labels' },
    splits: { file: path.join(directory, 'splits.u8'), kind: 'splits' },
  }, (files) => {
    run.cancelled.throwIfAborted()
    const earlier = store.imageSets.same(id, files, found)
    if (earlier === undefined) store.imageSets.finish(id, found, files)
    else store.imageSets.sameAs(id, earlier)
    return { imageSetId: earlier ?? id, unchanged: earlier !== undefined }
  })
  if (kept.unchanged) await clearRows(store, id)
  return kept
}

async function storeRows(run: JobRun<'import'>, directory: string, { counts }: ImportResult): Promise<void> {
  const { images } = run.store
  const id = run.request.imageSetId
  const labels = new Int32Array(counts.images)
  const splits = new Uint8Array(counts.images)
  await inChunks<ImageRow>(run, path.join(directory, 'images.ndjson'), (rows, first) => {
    rows.forEach((row) => {
      labels[row.position] = row.label ?? -1
      splits[row.position] = splitNames.indexOf(row.split)
    })
    images.insertImages(
      id, rows.map((row) => ({ ...row, split: splits[row.position] })),
    )
    run.progress({
      kind: 'import', phase: 'storing', done: first + rows.length, total: counts.images,
      problems: counts.problems,
    })
  })
  await inChunks<Problem>(run, path.join(directory, 'problems.ndjson'), (rows, first) =>
    images.insertProblems(id, first, rows),
  )
  await inChunks<DuplicatePair>(run, path.join(directory, 'pairs.ndjson'), (rows, first) =>
    images.insertPairs(id, first, rows),
  )
  await writeFile(path.join(directory, 'labels.i32'), labels)
  await writeFile(path.join(directory, 'splits.u8'), splits)
}

/** Hands on a file's lines some thousands at a time, and lets the engine answer in between. */
async function inChunks<T>(
  run: JobRun<'import'>, file: string, store: (rows: T[], first: number) => void,
): Promise<void> {
  let [rows, first]: [T[], number] = [[], 0]
  const flush = () => {
    store(rows, first)
    first += rows.length
    rows = []
  }
  for await (const row of readLines<T>(file)) {
    if (rows.push(row) < chunkRows) continue
    flush()
    run.cancelled.throwIfAborted()
    await setImmediate()
  }
  if (rows.length > 0) flush()
}

function describe({ request }: JobRun<'import'>, result: ImportResult): Found {
  const { kind, classes, counts, warnings, statistics, snapshot } = result
  const { height, width, channels, fit, range } = snapshot
  return {
    kind, classes, images: counts.images, problems: counts.problems,
    pairs: counts.exactPairs + counts.nearPairs, byClass: counts.byClass, unlabelled: counts.unlabelled,
    warnings, statistics, shape: { height, width, channels, fit, range }, options: request.options,
  }
}
