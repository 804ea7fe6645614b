import { score } from '../format.ts'
import { t } from '../words/words.ts'
import type { Group, PlainGroup } from './groups.ts'

/** What a group is called where its images are listed. */
export function groupWords(group: Group, classes: string[]): string {
  const words = plainWords(group, classes)
  return group.inverted ? t('All but: {images}', { images: words }) : words
}

function plainWords(group: PlainGroup, classes: string[]): string {
  switch (group.kind) {
    case 'all':
      return t('All images')
    case 'class':
      return classes[group.label] ?? t('class')
    case 'classes':
      return classesWords(group.labels.map((label) => classes[label] ?? t('no class')))
    case 'images':
      return t('Chosen images')
    case 'lasso':
      return t('Within the lasso')
    case 'scores':
      return scoresWords(group.from, group.to)
  }
}

const namedAtMost = 3

function classesWords(names: string[]): string {
  const [shown, more] = [names.slice(0, namedAtMost).join(', '), names.length - namedAtMost]
  return more > 0 ? t('{classes} and {more} more', { classes: shown, more }) : shown
}

function scoresWords(from: number, to: number): string {
  if (from === -Infinity) return t('Scores below {to}', { to: score(to) })
  if (to === Infinity) return t('Scores from {from}', { from: score(from) })
  return t('Scores {from} to {to}', { from: score(from), to: score(to) })
}
