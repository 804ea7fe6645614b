import type { Relabelling } from '../../contract/retraining.ts'
import type { Retraining } from '../commands/retrain.ts'
import { visible } from '../../reports/text.ts'
import { comparisonText } from './comparisonText.ts'
import { counted } from './format.ts'

/** What was learned from verdicts, and before (A) and after (B) as a person reads it. */
export function retrainingText({ ensemble, relabelling, comparison }: Retraining): string {
  const made = `Ensemble ${ensemble.id}, ${visible(ensemble.name)}: ${changes(relabelling)}.`
  return [made, 'A is before, B after, on the test images that neither learned from.', '', comparisonText(comparison)].join('\n')
}

function changes({ relabelled, leaving, joining, tests }: Relabelling): string {
  return `${counted(relabelled, 'image')} relabelled, ${leaving} left training, ${joining} came in, `
    + `${counted(tests, 'judged test image')} kept as before`
}
