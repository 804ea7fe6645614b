import { stringify } from 'yaml'
import type { StudyArm, StudySpec } from '../../main/contract/studies.ts'

/** A study as its file: what is as it would be anyway is left out, so that it reads well. */
export function studyText({ images, vary, primary, arms, ...rest }: StudySpec): string {
  return stringify({
    ...rest, ...(images === 'all' ? {} : { images }), arms: arms.map(shortArm),
    ...(vary.length > 0 ? { vary } : {}), ...(primary?.method ? { primary } : {}),
  }, { lineWidth: 76 })
}

function shortArm({ model, objective, training, order, sizes, ...arm }: StudyArm): object {
  const isEmpty = (part: object) => Object.values(part).every((value) => value === undefined)
  return {
    ...arm, ...(Object.keys(model).length === 1 && model.kind === 'cl-vae' ? {} : { model }),
    ...(isEmpty(objective) ? {} : { objective }), ...(isEmpty(training) ? {} : { training }),
    ...(order === 'random' ? {} : { order }), ...(sizes.length > 0 ? { sizes } : {}),
  }
}
