import type { Rows } from '../charts/latent/latentCloud.ts'
import { t } from '../words/words.ts'
import { type ClassLook, roleMark } from './classLooks.ts'
import { roles } from './roles.ts'

/** A row for each class, and which row each image is in. */
export interface StripRows extends Rows { rowOf: Uint16Array }

/**
 * Known classes first, in the order of the set, then what is held out or left out, then the images without a class.
 * @param labels Int32 x images, -1 where there is none
 */
export function stripRows(labels: Int32Array, classes: ClassLook[]): StripRows {
  const ordered = inLegendOrder(classes).filter(({ label }) => labels.includes(label))
  const rowOfLabel = new Map(ordered.map(({ label }, row) => [label, row]))
  const names = ordered.map(({ name, mark }) => ({ text: name, mark }))
  const rowOf = Uint16Array.from(labels, (label) => rowOfLabel.get(label) ?? names.length)
  return { rowOf, names: labels.includes(-1) ? [...names, { text: t('no class'), mark: roleMark('unlabelled') }] : names }
}

/** Known classes first, as they stand on the sphere. */
export function inLegendOrder(classes: ClassLook[]): ClassLook[] {
  return classes.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.label - b.label)
}
