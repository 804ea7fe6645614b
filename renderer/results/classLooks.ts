import { anomalyMark, classMark, type Mark, otherMark } from '../charts/classMarks.ts'
import { type Known, type Role, roleOfClass } from './roles.ts'

/** A class of a set with its role and how it is drawn. */
export interface ClassLook {
  label: number
  name: string
  role: Role
  mark: Mark
}

/**
 * Known classes have a mark each, in the ensemble's order; whatever is held out has the anomaly's, the rest
 * another.
 */
export function classLooks(classes: string[], ensemble: Known): ClassLook[] {
  return classes.map((name, label) => {
    const role = roleOfClass(name, ensemble)
    return {
      label,
      name,
      role,
      mark: role === 'known' ? classMark(ensemble.known.indexOf(name)) : roleMark(role),
    }
  })
}

export function roleMark(role: Role): Mark {
  if (role === 'known') return { ...classMark(0), shape: 'circle' }
  return role === 'held-out' ? anomalyMark : otherMark
}
