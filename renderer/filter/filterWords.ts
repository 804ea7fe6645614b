import { score } from '../format.ts'
import { roleNames, roles } from '../results/roles.ts'
import { NONE, verdictKinds, verdictLooks } from '../verdicts/kinds.ts'
import { t } from '../words/words.ts'
import type { Filter, FilterPart } from './filter.ts'

/** The names that the indices of a filter stand for. */
export interface FilterNames { classes: string[]; trainedClasses: string[] }

/** One part of a filter in words, short enough for a chip. */
export function partWords(part: FilterPart, filter: Filter, { classes, trainedClasses }: FilterNames): string {
  switch (part) {
    case 'classes':
      return t('Class: {names}', { names: list(filter.classes!.map((label) => classes[label] ?? t('none'))) })
    case 'roles':
      return t('Role: {names}', { names: list(filter.roles!.map((role) => roleNames[roles[role]] ?? t('none'))) })
    case 'nearest':
      return t('Nearest: {names}', { names: list(filter.nearest!.map((label) => trainedClasses[label] ?? t('none'))) })
    case 'verdicts':
      return verdictWords(filter.verdicts!)
    case 'flagged':
      return filter.flagged ? t('Flagged') : t('Not flagged')
    case 'scores':
      return scoreWords(filter.scores!)
    case 'tags':
      return t('Tag: {names}', { names: list(filter.tags!) })
    case 'path':
      return t('Path: {path}', { path: filter.path! })
  }
}

export const verdictTitle = (code: number): string =>
  code === NONE ? t('Not judged') : verdictLooks[verdictKinds[code - 1]].title

function verdictWords(codes: number[]): string {
  if (codes.length === 1 && codes[0] === NONE) return t('Not judged')
  return t('Verdict: {names}', { names: list(codes.map(verdictTitle)) })
}

function scoreWords([from, to]: [number, number]): string {
  if (from === -Infinity) return t('Score up to {to}', { to: score(to) })
  if (to === Infinity) return t('Score from {from}', { from: score(from) })
  return t('Score {from} to {to}', { from: score(from), to: score(to) })
}

const mostNames = 3
function list(names: string[]): string {
  if (names.length <= mostNames) return names.join(', ')
  const few = names.slice(0, mostNames - 1)
  return t('{names} and {more} more', { names: few.join(', '), more: names.length - few.length })
}
