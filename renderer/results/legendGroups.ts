import type { Group } from './groups.ts'

/** The labels that a group chooses by class; none of any other group. */
export function chosenLabels(group: Group | null): number[] {
  if (group?.inverted) return []
  if (group?.kind === 'class') return [group.label]
  return group?.kind === 'classes' ? group.labels : []
}

/** The group of some classes: -1 stands for the images without one. Null for none. */
export function groupOfLabels(labels: number[]): Group | null {
  const rising = [...new Set(labels)].sort((a, b) => a - b)
  if (rising.length === 0) return null
  return rising.length === 1 && rising[0] >= 0 ? { kind: 'class', label: rising[0] } : { kind: 'classes', labels: rising }
}

/** Adds the classes of a legend's entry to those that are chosen, or takes them away where all of them are. */
export function withToggled(group: Group | null, labels: number[]): Group | null {
  const chosen = chosenLabels(group)
  const isChosen = labels.every((label) => chosen.includes(label))
  return groupOfLabels(isChosen ? chosen.filter((label) => !labels.includes(label)) : [...chosen, ...labels])
}
