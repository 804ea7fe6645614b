import { type Detector, encodingOf } from '../detector.ts'
import { type MemberFit, overMembers, STANDARDISED } from '../overMembers.ts'
import { largestOf, overRows } from '../rows.ts'

/** The logits before the softmax divides by their sum: low where the features are weak, whatever the class. */
export const maxLogit: Detector<MemberFit<null>[]> = {
  description: {
    id: 'max-logit',
    name: 'Maximum logit',
    sentence: 'How small the classifier’s largest logit is, before the softmax makes the logits comparable.',
    formula: 'mean_m std( -max_k l_mk )',
    source: 'Hendrycks et al. 2022, arXiv 1911.11132',
    notes: STANDARDISED,
    reads: 'features',
    models: ['cnn'],
    fewestClasses: 2,
  },
  encodings: ['logits'],
  ...overMembers<null>({
    learn: () => null,
    score: (view) => overRows(encodingOf(view, 'logits'), view.classes, (logits) => -largestOf(logits)),
  }),
}
