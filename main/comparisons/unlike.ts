import type { Unlike } from '../contract/comparisons.ts'

/** Anything that JSON can hold; objects are looked into. */
export type Facts = { [what: string]: unknown }

/**
 * What is not the same in all columns, in the order of the first that has it. Nested facts are named by their path,
 * `training.epochs`; what a column does not have is `–`.
 */
export function unlikeFacts(columns: Facts[]): Unlike[] {
  const flat = columns.map((facts) => new Map(leaves(facts)))
  const names = new Set(flat.flatMap((facts) => [...facts.keys()]))
  const all = [...names].map((what) => ({ what, values: flat.map((facts) => facts.get(what) ?? '–') }))
  return all.filter(({ values }) => values.some((value) => value !== values[0]))
}

function leaves(facts: Facts, before = ''): [string, string][] {
  return Object.entries(facts).flatMap(([name, value]): [string, string][] => {
    const isFacts = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isFacts ? leaves(value as Facts, `${before}${name}.`) : [[`${before}${name}`, words(value)]]
  })
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'none'
  if (typeof value === 'number') return String(Number(value.toPrecision(6)))
  return value === null || value === undefined ? 'none' : String(value)
}
