import type { StudySpec } from '../contract/studies.ts'

type Check = (spec: StudySpec) => string | null

/** What the schema cannot see: names that are used twice, or that name nothing. Null where all fits. */
export function crossFault(spec: StudySpec): string | null {
  for (const check of [repeatedName, foreignSet, variedArms, primaryMethods, sizes, membersOfPixels]) {
    const fault = check(spec)
    if (fault) return fault
  }
  return null
}

const repeatedName: Check = ({ arms, sets }) => {
  for (const [what, named] of [['arms', arms], ['sets', sets]] as const) {
    const names = named.map(({ name }) => name)
    const twice = names.find((name, i) => names.indexOf(name) !== i)
    if (twice) return `two ${what} have the name "${twice}"; a name stands for one thing.`
  }
  return null
}

const foreignSet: Check = ({ protocol, sets }) => {
  if (protocol.kind !== 'foreign') return null
  if (!sets.some(({ name }) => name === protocol.set)) return `protocol.set "${protocol.set}" is not among the sets.`
  return sets.length === 1 ? 'the protocol "foreign" needs a second set, whose classes are known.' : null
}

const variedArms: Check = ({ arms, vary }) => {
  const unknown = vary.flatMap((one) => one.arms).find((name) => !arms.some((arm) => arm.name === name))
  return unknown ? `vary names the arm "${unknown}"; the arms are ${quoted(arms.map(({ name }) => name))}.` : null
}

const primaryMethods: Check = ({ arms, primary }) => {
  const methods = arms.flatMap(({ name, detectors }) => detectors.map((detector) => `${name}/${detector}`))
  const unknown = primary && [primary.method, ...primary.rivals].find((one) => !methods.includes(one))
  return unknown ? `primary names "${unknown}"; the methods are ${quoted(methods)}.` : null
}

const sizes: Check = ({ arms }) => {
  const arm = arms.find((one) => one.sizes.some((size) => size > one.members))
  return arm ? `the arm "${arm.name}" has ${arm.members} members, too few for its sizes.` : null
}

const membersOfPixels: Check = ({ arms, vary }) => {
  const pixels = arms.filter(({ members }) => members === 0).map(({ name }) => name)
  const varied = vary.flatMap((one) => one.arms).find((name) => pixels.includes(name))
  return varied ? `the arm "${varied}" has no members, so there is nothing to vary in it.` : null
}

function quoted(names: string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}
