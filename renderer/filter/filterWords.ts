import { score } from '../format.ts'
import { roleNames, roles } from '../results/roles.ts'
import { NONE, verdictKinds, verdictLooks } from '../verdicts/kinds.ts'
import type { Filter, FilterPart } from './filter.ts'

/** The names that the indices of a filter stand for. */
export interface FilterNames { classes: string[]; trainedClasses: string[] }

/** One part of a filter in words, short enough for a chip. */
export function partWords(part: FilterPart, filter: Filter, { classes, trainedClasses }: FilterNames): string {
  switch (part) {
    case 'classes':
      return `Class: ${list(filter.classes!.map((label) => classes[label] ?? 'none'))}`
    case 'roles':
      return `Role: ${list(filter.roles!.map((role) => roleNames[roles[role]] ?? 'none'))}`
    case 'nearest':
      return `Nearest: ${list(filter.nearest!.map((label) => trainedClasses[label] ?? 'none'))}`
    case 'verdicts':
      return verdictWords(filter.verdicts!)
    case 'flagged':
      return filter.flagged ? 'Flagged' : 'Not flagged'
    case 'scores':
      return scoreWords(filter.scores!)
    case 'tags':
      return `Tag: ${list(filter.tags!)}`
    case 'path':
      return `Path: ${filter.path}`
  }
}

export const verdictTitle = (code: number): string =>
  code === NONE ? 'Not judged' : verdictLooks[verdictKinds[code - 1]].title

function verdictWords(codes: number[]): string {
  return codes.length === 1 && codes[0] === NONE ? 'Not judged' : `Verdict: ${list(codes.map(verdictTitle))}`
}

function scoreWords([from, to]: [number, number]): string {
  if (from === -Infinity) return `Score up to ${score(to)}`
  return to === Infinity ? `Score from ${score(from)}` : `Score ${score(from)} to ${score(to)}`
}

const mostNames = 3
const list = (names: string[]): string =>
  names.length <= mostNames ? names.join(', ') : `${names.slice(0, mostNames - 1).join(', ')} and ${names.length - mostNames + 1} more`
