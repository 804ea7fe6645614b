import type { Detector } from '../detector.ts'
import { logEntropy, overImages } from './ensembleSoftmax.ts'

/** Unlike the maximum softmax it looks at how the rest is spread, and so at members that disagree. */
export const entropy: Detector<null> = {
  description: {
    id: 'entropy',
    name: 'Entropy of the softmax',
    sentence: 'How undecided the classifier is between its classes; the members’ probabilities are averaged.',
    formula: 's = -sum_k p_k log p_k with p_k = mean_m p_mk, as log s',
    source: 'predictive entropy of a deep ensemble, Lakshminarayanan et al. 2017, arXiv 1612.01474',
    notes: 'The logarithm has the same order and keeps images apart whose entropy is rounded to 0.',
    reads: 'features',
    models: ['cnn'],
    fewestClasses: 2,
  },
  encodings: ['logits'],
  fit: () => null,
  score: ({ views }) => overImages(views, logEntropy),
}
