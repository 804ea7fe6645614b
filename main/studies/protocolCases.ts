import { EngineFailure } from '../contract/errors.ts'
import type { StudyProtocol } from '../contract/studies.ts'
import { randomGroups } from './randomGroups.ts'
import type { StudyCase } from './studyCase.ts'

type Of<K extends StudyProtocol['kind']> = Extract<StudyProtocol, { kind: K }>

/**
 * The cases of a protocol on a set of these classes, in the protocol's order.
 * @throws EngineFailure BAD_INPUT where the protocol names a class that there is not, or leaves none to learn
 */
export function protocolCases(protocol: StudyProtocol, classes: string[]): StudyCase[] {
  switch (protocol.kind) {
    case 'each-class': return eachClass(protocol, classes)
    case 'groups': return protocol.groups.map((group) => heldOutTogether(group, classes))
    case 'random-groups': return randomGroups(protocol, classes).map((group) => heldOutTogether(group, classes))
    case 'foreign': return [{ name: protocol.set, heldOut: [], probe: { kind: 'foreign', set: protocol.set } }]
    case 'corruptions': return corruptions(protocol)
    case 'blends': return [{ name: `blends ${protocol.share}`, heldOut: [], probe: protocol }]
  }
}

function eachClass({ classes: named }: Of<'each-class'>, classes: string[]): StudyCase[] {
  return (named ?? classes).map((one) => heldOutTogether([one], classes))
}

function corruptions({ corruptions, severities }: Of<'corruptions'>): StudyCase[] {
  return corruptions.flatMap((corruption) => severities.map((severity): StudyCase => ({
    name: `${corruption} ${severity}`, heldOut: [], probe: { kind: 'corruption', corruption, severity },
  })))
}

function heldOutTogether(group: string[], classes: string[]): StudyCase {
  const unknown = group.filter((name) => !classes.includes(name))
  const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ')
  if (unknown.length > 0) {
    throw new EngineFailure('BAD_INPUT', `The study holds out ${quoted(unknown)}, and the image set has no such class.`,
      `Its classes are ${quoted(classes)}.`)
  }
  if (new Set(group).size >= classes.length) {
    const message = `With ${quoted(group)} held out, no class is left to learn from.`
    throw new EngineFailure('BAD_INPUT', message, 'Hold out fewer.')
  }
  return { name: group.join(' + '), heldOut: group, probe: null }
}
