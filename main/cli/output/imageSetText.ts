import type { ImageSet } from '../../contract/imageSets.ts'
import { count, moment } from './format.ts'
import { details } from './details.ts'
import { pixelsText } from './pixelsText.ts'
import { heading } from './runResult.ts'
import { resultWidth } from './streams.ts'
import { table } from './table.ts'

/** An image set for people: what it is, and its classes with their splits. */
export function imageSetText(set: ImageSet): string {
  const rows = set.classes.map((name, i) => ({ name, ...set.byClass[i] }))
  const classes = table(
    rows,
    [
      { header: 'class', text: ({ name }) => name, cut: 'end' },
      { header: 'train', text: ({ train }) => count(train), right: true },
      { header: 'validation', text: ({ validation }) => count(validation), right: true },
      { header: 'test', text: ({ test }) => count(test), right: true },
    ],
    resultWidth(),
  )
  return `${details(entries(set))}${rows.length ? `\n\n${heading(classes)}` : ''}`
}

function entries(set: ImageSet): [string, string | null][] {
  const { snapshot } = set
  return [
    ['set', `${set.id}`],
    ['name', set.name],
    ['version', `${set.version}`],
    ['source', set.source],
    ['kind', set.kind],
    ['state', set.state],
    ['imported', moment(set.created)],
    ['images', count(set.images)],
    ['without a class', set.unlabelled ? count(set.unlabelled) : null],
    ['not readable', set.problems ? count(set.problems) : null],
    ['duplicates', set.pairs ? `${count(set.pairs)} pairs` : null],
    ['pixels', snapshot && `${pixelsText(snapshot)}, ${snapshot.fit}, range ${snapshot.range.join(' to ')}`],
    ...set.warnings.map((text): [string, string] => ['warning', text]),
  ]
}
