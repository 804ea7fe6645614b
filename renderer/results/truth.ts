import type { VerdictEntry } from '../../main/contract/verdicts.ts'
import { HELD_OUT, KNOWN, type Role, roles } from './roles.ts'

/** What images count as in the curves: as their labels say, or as a person judged where one did. */
export type Truth = 'labels' | 'judged'

/** What was said of an image, as far as it changes what the image counts as. */
export type Said = Pick<VerdictEntry, 'verdict' | 'class'>

/**
 * The role that an image counts with: that of its label, or of what was said of it. Mislabelled without a right class,
 * and unsure, count as nothing, as in the engine's figures.
 * @param roleOf of a class by name
 * @returns an index into `roles`, or null where the image does not count
 */
export function judgedRole(role: number, said: Said | undefined, roleOf: (name: string) => Role): number | null {
  if (!said || said.verdict === null) return role
  if (said.verdict === 'anomaly') return HELD_OUT
  if (said.verdict === 'normal') return KNOWN
  return said.verdict === 'mislabelled' && said.class !== null ? roles.indexOf(roleOf(said.class)) : null
}

/** The scores of what counts as normal and as anomalous, each rising. */
export interface CountedScores { normals: Float32Array; anomalies: Float32Array }

/**
 * @param positions of the images that may count: the tests
 * @param truthOf an index into `roles`, or null where an image does not count
 */
export function countedScores(
  positions: Uint32Array, scores: Float32Array, truthOf: (position: number) => number | null,
): CountedScores {
  const [normals, anomalies] = [new Float32Array(positions.length), new Float32Array(positions.length)]
  let [n, a] = [0, 0]
  for (const position of positions) {
    const truth = truthOf(position)
    if (truth === KNOWN) normals[n++] = scores[position]
    else if (truth === HELD_OUT) anomalies[a++] = scores[position]
  }
  return { normals: normals.slice(0, n).sort(), anomalies: anomalies.slice(0, a).sort() }
}
