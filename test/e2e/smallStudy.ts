import { StudySpec } from '../../main/contract/studies.ts'

const short = { epochs: 2, leastSteps: 0 }

/** A study of the sample that takes minutes, with all that the screen of a study can show. */
export const smallStudy = StudySpec.parse({
  name: 'clothes-in-small', sets: [{ name: 'fashion' }], protocol: { kind: 'each-class' },
  question: 'Does a short ensemble of class-latent VAEs find clothes of a class that it never saw better than pixels do?',
  arms: [
    {
      name: 'recommended', members: 3, training: short, sizes: [1, 2, 3],
      detectors: ['divergence-and-centre', 'divergence', 'centre', 'reconstruction-mse'],
    },
    { name: 'cnn', model: { kind: 'cnn' }, members: 3, training: short, detectors: ['max-softmax', 'energy'] },
    { name: 'pixels', members: 0, detectors: ['pca-per-class', 'pixel-knn'] },
  ],
  vary: [{ arms: ['recommended'], setting: 'latent', values: [2, 4, 8] }],
  primary: { method: 'recommended/divergence-and-centre', rivals: ['cnn/max-softmax', 'pixels/pca-per-class'] },
})
