import { naturalOrder } from '../naturalOrder.ts'
import type { Catalogue } from '../catalogue.ts'
import type { ImportRun } from '../importRun.ts'
import type { ClassCounts, ImageRow } from '../importRequest.ts'
import { LineWriter, readLines } from '../lines.ts'
import { NO_SPLIT, SPLITS } from '../split.ts'
import type { DecodedRow } from './decodedOutput.ts'

/** The classes in natural order, and each image's label in it. */
export interface Labelling {
  classes: string[]
  /** -1 for an image without a class. */
  labels: Int32Array
}

export function labelling(catalogue: Catalogue): Labelling {
  const classes = catalogue.names.toSorted(naturalOrder)
  const place = catalogue.names.map((name) => classes.indexOf(name))
  return { classes, labels: catalogue.classes.values.map((number) => (number < 0 ? -1 : place[number])) }
}

/** Joins what decoding knew of each row with its label, split and group: `images.ndjson`. */
export async function writeRows(
  run: ImportRun,
  catalogue: Catalogue,
  labels: Int32Array,
  splits: Uint8Array,
  groups: Int32Array,
): Promise<void> {
  const lines = new LineWriter(run.file('images.ndjson'))
  try {
    for await (const row of readLines<DecodedRow>(run.file('decoded.part'))) {
      run.signal.throwIfAborted()
      await lines.write(complete(row))
    }
    await lines.close()
  } finally {
    await lines.discard()
  }

  function complete(row: DecodedRow): ImageRow {
    const { position, path, ...original } = row
    const label = labels[position] < 0 ? null : labels[position]
    const givenSplit = catalogue.given.values[position] !== NO_SPLIT
    return {
      position,
      path,
      label,
      split: SPLITS[splits[position]],
      givenSplit,
      ...original,
      group: groups[position],
    }
  }
}

/** Images of each class in each split, in the order of `classes`. */
export function countByClass({ classes, labels }: Labelling, splits: Uint8Array): ClassCounts[] {
  const counts = classes.map(() => ({ train: 0, validation: 0, test: 0 }))
  labels.forEach((label, i) => {
    if (label >= 0) counts[label][SPLITS[splits[i]]] += 1
  })
  return counts
}
