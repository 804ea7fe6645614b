import { usageFailure } from './failures.ts'

/** The number that something is called by. @throws usageFailure */
export function numberOf(kind: 'score' | 'job', text: string): number {
  const id = /^\d+$/.test(text) ? Number(text) : 0
  if (id > 0 && Number.isSafeInteger(id)) return id
  throw usageFailure(`"${text}" is not the number of a ${kind}.`, `See "lacuna list ${kind}s".`)
}
