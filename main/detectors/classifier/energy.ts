import { type Detector, encodingOf } from '../detector.ts'
import { logSumExp } from '../softmax.ts'
import { type MemberFit, overMembers, STANDARDISED } from '../overMembers.ts'
import { overRows } from '../rows.ts'

/** The free energy of the logits at temperature 1: minus a log-density that the classifier holds without being told. */
export const energy: Detector<MemberFit<null>[]> = {
  description: {
    id: 'energy',
    name: 'Energy',
    sentence: 'How high the free energy of the classifier’s logits is: high where no class claims the image.',
    formula: 'mean_m std( -log sum_k exp(l_mk) )',
    source: 'Liu et al. 2020, arXiv 2010.03759, with temperature 1',
    notes: STANDARDISED,
    reads: 'features',
    models: ['cnn'],
    fewestClasses: 2,
  },
  encodings: ['logits'],
  ...overMembers<null>({
    learn: () => null,
    score: (view) => overRows(encodingOf(view, 'logits'), view.classes, (logits) => -logSumExp(logits)),
  }),
}
