import { holm } from '../../metrics/holm.ts'
import { meanOverClasses } from '../../metrics/hierarchicalBootstrap.ts'
import { type Aurocs, cellsIn, differencesOf, present } from './aurocs.ts'
import { canTest, level, pairedDifference } from './pairedTest.ts'
import type { Resampling } from './resampling.ts'

/**
 * The position of the method that is better than each other one, by the paired test on the cells that the two
 * share, Holm over these tests; null where none is, or where some method shares too few cells with it to be tested.
 * Methods without any cell do not count.
 */
export function bestOf(methods: Aurocs[], name: string, resampling: Resampling): number | null {
  const there = methods.flatMap((aurocs, m) => (cellsIn(aurocs) > 0 ? [m] : []))
  const leader = there.find((m) => there.every((other) => other === m || isAhead(methods[m], methods[other])))
  if (leader === undefined || there.length < 2) return null
  if (there.some((m) => m !== leader && !canTest(present(differencesOf(methods[leader], methods[m]))))) return null
  const tests = there.filter((m) => m !== leader).map((m) =>
    pairedDifference(methods[leader], methods[m], `${name}/best/${leader}-${m}`, resampling).p ?? 1)
  return holm(tests).every((p) => p < level) ? leader : null
}

function isAhead(a: Aurocs, b: Aurocs): boolean {
  const differences = present(differencesOf(a, b))
  return differences.length > 0 && meanOverClasses(differences) > 0
}
