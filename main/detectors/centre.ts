import { type Detector, encodingOf, latentOf, type MemberView, meanOverMembers } from './detector.ts'

/** -||m|| / r: how near to the empty centre of the sphere one member puts each image. */
export function closeness(view: MemberView): Float64Array {
  const { dimension, radius } = latentOf(view)
  const means = encodingOf(view, 'means')
  const near = new Float64Array(means.length / dimension)
  for (let i = 0, at = 0; i < near.length; i++) {
    let squares = 0
    for (let j = 0; j < dimension; j++, at++) squares += means[at] ** 2
    near[i] = -Math.sqrt(squares) / radius
  }
  return near
}

/** The classes lie on the sphere and nothing is placed at its centre: what belongs to no class is drawn there. */
export const centre: Detector<null> = {
  description: {
    id: 'centre',
    name: 'Closeness to the centre',
    sentence: 'How near to the empty centre of the sphere the image lies, averaged over the members.',
    formula: '-mean_m ||m_m|| / r',
    source: 'Lacuna; follows from the placement of arXiv 2410.12328, means on a sphere',
    reads: 'latent',
    models: ['cl-vae'],
    fewestClasses: 2,
  },
  encodings: ['means'],
  fit: () => null,
  score: ({ views }) => meanOverMembers(views, closeness),
}
