import { EngineFailure } from '../contract/errors.ts'
import type { DetectorDescription } from '../contract/scores.ts'
import type { StudyArm, StudySpec } from '../contract/studies.ts'

/**
 * Makes sure that every arm's detectors are there and understand its members.
 * @throws EngineFailure BAD_INPUT with the arm, the detector and what there is instead
 */
export function refuseDetectors(spec: StudySpec, descriptions: DetectorDescription[]): void {
  for (const arm of spec.arms) arm.detectors.forEach((id) => refuseDetector(arm, id, descriptions))
}

function refuseDetector(arm: StudyArm, id: string, descriptions: DetectorDescription[]): void {
  const { kind } = arm.model
  const found = descriptions.find((one) => one.id === id)
  const fits = descriptions.filter((one) => suits(arm, one)).map((one) => one.id).join(', ')
  const refusal = (why: string) =>
    new EngineFailure('BAD_INPUT', `The arm "${arm.name}": ${why}.`, `For it there are ${fits}.`)
  if (!found) throw refusal(`there is no detector "${id}"`)
  const fault = few(arm, found)
  if (fault) throw fault
  if (suits(arm, found)) return
  const why = arm.members === 0 ? 'does not read pixels, and the arm has no members'
    : `does not read members of the kind ${kind}`
  throw refusal(`the detector "${id}" ${why}`)
}

function few({ name, members }: StudyArm, { id, fewestMembers = 1 }: DetectorDescription): EngineFailure | null {
  if (members === 0 || members >= fewestMembers) return null
  return new EngineFailure('BAD_INPUT',
    `The arm "${name}": the detector "${id}" needs ${fewestMembers} members, and the arm has ${members}.`,
    'Give the arm more members, or take another detector.')
}

function suits({ members, model }: StudyArm, { reads, models }: DetectorDescription): boolean {
  return members === 0 ? reads === 'pixels' : models.includes(model.kind)
}
