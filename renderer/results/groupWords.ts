import { score } from '../format.ts'
import type { Group, PlainGroup } from './groups.ts'

/** What a group is called where its images are listed. */
export function groupWords(group: Group, classes: string[]): string {
  const words = plainWords(group, classes)
  return group.inverted ? `All but: ${words}` : words
}

function plainWords(group: PlainGroup, classes: string[]): string {
  switch (group.kind) {
    case 'all':
      return 'All images'
    case 'class':
      return classes[group.label] ?? 'class'
    case 'classes':
      return classesWords(group.labels.map((label) => classes[label] ?? 'no class'))
    case 'images':
      return 'Chosen images'
    case 'lasso':
      return 'Within the lasso'
    case 'scores':
      return scoresWords(group.from, group.to)
  }
}

const namedAtMost = 3

function classesWords(names: string[]): string {
  const [shown, more] = [names.slice(0, namedAtMost).join(', '), names.length - namedAtMost]
  return more > 0 ? `${shown} and ${more} more` : shown
}

function scoresWords(from: number, to: number): string {
  if (from === -Infinity) return `Scores below ${score(to)}`
  return to === Infinity ? `Scores from ${score(from)}` : `Scores ${score(from)} to ${score(to)}`
}
