import type { Detector } from '../detector.ts'
import { logOfTheRest, overImages } from './ensembleSoftmax.ts'

/** The paper's score of its CNN baseline, and everybody's first rival. */
export const maxSoftmax: Detector<null> = {
  description: {
    id: 'max-softmax',
    name: 'Maximum softmax probability',
    sentence: 'How little the classifier believes in the class that it finds most probable; the members’ probabilities are averaged.',
    formula: 's = 1 - max_k mean_m p_mk, as log s',
    source: 'Hendrycks and Gimpel 2017, arXiv 1610.02136; as a deep ensemble: Lakshminarayanan et al. 2017',
    notes: 'The logarithm has the same order and keeps images apart whose largest probability is rounded to 1.',
    reads: 'features',
    models: ['cnn'],
    fewestClasses: 2,
  },
  encodings: ['logits'],
  fit: () => null,
  score: ({ views }) => overImages(views, logOfTheRest),
}
