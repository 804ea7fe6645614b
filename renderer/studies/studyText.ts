import { Document, isScalar, visit } from 'yaml'
import type { StudyArm, StudySpec } from '../../main/contract/studies.ts'

/** A study as its file: what is as it would be anyway is left out, so that it reads well. */
export function studyText({ name, question, sets, protocol, images, arms, vary, seeds, primary }: StudySpec): string {
  const document = new Document({
    name, question, sets: sets.map(({ source, ...set }) => (source ? { ...set, source } : set)), protocol,
    ...(images === 'all' ? {} : { images }), arms: arms.map(shortArm), ...(vary.length > 0 ? { vary } : {}), seeds,
    ...(primary?.method ? { primary } : {}),
  })
  // A list of words or numbers stands in one line.
  visit(document, { Seq: (_, list) => void (list.flow = list.items.every(isScalar)) })
  return document.toString({ lineWidth: 76, flowCollectionPadding: false })
}

function shortArm({ model, objective, training, order, sizes, ...arm }: StudyArm): object {
  const isEmpty = (part: object) => Object.values(part).every((value) => value === undefined)
  return {
    ...arm, ...(Object.keys(model).length === 1 && model.kind === 'cl-vae' ? {} : { model }),
    ...(isEmpty(objective) ? {} : { objective }), ...(isEmpty(training) ? {} : { training }),
    ...(order === 'random' ? {} : { order }), ...(sizes.length > 0 ? { sizes } : {}),
  }
}
