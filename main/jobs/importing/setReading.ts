import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Statistics } from '../../datasets/statistics.ts'
import type { EnsembleRecord } from '../../store/ensembles.ts'
import type { Store } from '../../store/openStore.ts'
import type { RunImages } from '../../workers/messages.ts'
import { runImages } from '../scoring/runImages.ts'
import { unlikeImages } from '../scoring/unlikeImages.ts'

/**
 * An image set as an ensemble sees it: classes are counted as in the ensemble's own set, unknown ones after
 * them.
 */
export interface SetReading { images: RunImages; classNames: string[]; warnings: string[] }

/** Which images, and whether the test images that leak count in the metrics. */
export interface SetWanted { imageSetId: number; withoutLeaks: boolean }

const testSplit = 2
/** Neither trained on nor tested with. */
const leftOutSplit = 3
const pageRows = 2000

/**
 * How an ensemble reads an image set. In another set than its own, classes are matched by name. An image
 * whose content is in the ensemble's own set keeps the split it has there, so that no training image counts
 * as a test; all others are tests.
 * @param directory where labels and splits are written that differ from those of the import
 */
export async function readSet(
  store: Store, ensemble: EnsembleRecord, wanted: SetWanted, directory: string,
): Promise<SetReading> {
  await mkdir(directory, { recursive: true })
  const isOwn = wanted.imageSetId === ensemble.imageSetId
  const reading = isOwn
    ? readOwn(store, ensemble)
    : await readOther(store, ensemble, wanted.imageSetId, directory)
  if (!wanted.withoutLeaks) return reading
  const splits = path.join(directory, 'splits-without-leaks.u8')
  const without = Uint8Array.from(await readFile(reading.images.splits))
  for (const position of store.images.leakingTests(wanted.imageSetId)) without[position] = leftOutSplit
  await writeFile(splits, without)
  return { ...reading, images: { ...reading.images, splits } }
}

function readOwn(store: Store, ensemble: EnsembleRecord): SetReading {
  const { id, classes } = store.imageSets.show(ensemble.imageSetId)!
  return { images: runImages(store, id, ensemble), classNames: classes, warnings: [] }
}

async function readOther(
  store: Store, ensemble: EnsembleRecord, imageSetId: number, directory: string,
): Promise<SetReading> {
  const own = store.imageSets.show(ensemble.imageSetId)!
  const images = runImages(store, imageSetId, ensemble)
  const theirs = store.imageSets.show(imageSetId)!.classes
  const unknown = theirs.filter((name) => !own.classes.includes(name))
  const classNames = [...own.classes, ...unknown]
  const heldOut = [...ensemble.heldOut, ...unknown.map((name) => classNames.indexOf(name))]
  const files = { labels: path.join(directory, 'labels.i32'), splits: path.join(directory, 'splits.u8') }
  await writeFile(
    files.labels,
    await translated(
      images.labels, theirs.map((name) => classNames.indexOf(name)),
    ),
  )
  await writeFile(files.splits, await splitsOf(store, imageSetId, own.id, images.snapshot.images))
  const [these, those] = [imageSetId, own.id].map((id) => store.imageSets.found(id)!.statistics as Statistics)
  const warnings = unlikeImages(these, those)
  if (unknown.length > 0) warnings.push(strangers(unknown))
  return { images: { ...images, ...files, heldOut }, classNames, warnings }
}

async function translated(file: string, labelOf: number[]): Promise<Int32Array> {
  const labels = new Int32Array(Uint8Array.from(await readFile(file)).buffer)
  return labels.map((label) => labelOf[label] ?? -1)
}

async function splitsOf(store: Store, id: number, own: number, images: number): Promise<Uint8Array> {
  const splits = new Uint8Array(images).fill(testSplit)
  for (let offset = 0; offset < images; offset += pageRows) {
    for (const { position, split } of store.images.splitsElsewhere({ id, offset, limit: pageRows }, own)) {
      if (split !== null) splits[position] = split
    }
    await setImmediate()
  }
  return splits
}

function strangers(names: string[]): string {
  const quoted =
    names
      .slice(0, 10)
      .map((name) => `"${name}"`)
      .join(', ') + (names.length > 10 ? ' and more' : '')
  return `The ensemble does not know the classes ${quoted}: their images count as anomalies in the figures.`
}
