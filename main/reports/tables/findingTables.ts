import type { Comparison } from '../../contract/comparisons.ts'
import type { ImageSet } from '../../contract/imageSets.ts'
import type { DataFindings, VerdictFindings } from '../findings.ts'
import { area, chance, count, day, figure, percent, signed, visible } from '../text.ts'
import { none, numbers, plain, type Table, words } from './table.ts'

/** How many images of each class are in each split. */
export function splitsTable({ classes, byClass }: ImageSet): Table {
  return {
    columns: [words('Class'), numbers('Train'), numbers('Validation'), numbers('Test')],
    rows: byClass.map(({ train, validation, test }, i) =>
      plain(visible(classes[i] ?? none), count(train), count(validation), count(test))),
  }
}

/** Files that are no images, or none that could be read. */
export function problemsTable({ problems }: DataFindings): Table {
  return {
    columns: [words('File'), words('Problem')],
    rows: problems.map(({ path, message }) => plain(visible(path), message)),
  }
}

/** Images that are alike. */
export function pairsTable({ pairs }: DataFindings): Table {
  return {
    columns: [words('Image'), words('Other image'), words('Alike'), numbers('Distance'), words('In two splits')],
    rows: pairs.map(({ a, b, kind, distance, leak }) =>
      plain(visible(a), visible(b), kind === 'exact' ? 'the same pixels' : 'nearly', figure(distance), leak ? 'yes' : 'no')),
  }
}

/** What people said of images, the newest last. */
export function verdictsTable({ list }: VerdictFindings): Table {
  return {
    columns: [words('Image'), words('Label'), words('Verdict'), words('Right class'), words('Note'), words('Tags'), words('Judged')],
    rows: list.map(({ path, label, verdict, class: right, note, tags, judged }) => plain(
      visible(path), label ?? 'no label', verdict, right ?? none, note ?? none, tags.join('; ') || none, day(judged),
    )),
  }
}

/** The columns of a comparison, measured on the common images alone. @param detectors their names by their ids */
export function columnsTable({ columns }: Comparison, detectors: Record<string, string>): Table {
  return {
    columns: [words('Column'), words('Ensemble'), words('Detector'), words('Images'), numbers('AUROC'),
      numbers('95\u202f% interval'), numbers('FPR@95TPR'), numbers('F1-max'), numbers('Flagged')],
    rows: columns.map(({ ensemble, detector, imageSet, metrics, flagged }, i) => plain(
      letter(i), ensemble, detectors[detector] ?? detector, imageSet,
      ...(metrics ? [area(metrics.auroc), metrics.aurocInterval.map(area).join(' to '), percent(metrics.fpr95), area(metrics.f1Max)]
        : [none, none, none, none]),
      count(flagged),
    )),
  }
}

/** What is to be said of each pair of columns: DeLong's test, with Holm's correction. */
export function comparedPairsTable({ pairs }: Comparison): Table {
  return {
    columns: [words('Pair'), numbers('Difference'), numbers('95\u202f% interval'), numbers('p'), numbers('p after Holm'), words('In words')],
    rows: pairs.map(({ first, second, difference, sentence }) => plain(
      `${letter(first)} less ${letter(second)}`,
      ...(difference ? [signed(difference.estimate), difference.interval.map(signed).join(' to '), chance(difference.p), chance(difference.adjusted)]
        : [none, none, none, none]),
      sentence,
    )),
  }
}

/** What is not the same for all columns. */
export function unlikeTable({ unlike, columns }: Comparison): Table {
  return {
    columns: [words('What differs'), ...columns.map((_, i) => words(letter(i)))],
    rows: unlike.map(({ what, values }) => plain(what, ...values)),
  }
}

const letter = (i: number) => String.fromCharCode(65 + i)
