import { EngineFailure } from '../../contract/errors.ts'
import { whyText } from '../../contract/whyWords.ts'
import type { WhyFindings } from '../../reports/findings.ts'
import { count, percent } from '../../reports/text.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import { ensembleOf } from '../ensemble/ensembleView.ts'
import { rankingOrder } from '../scores/rankingOrder.ts'
import { scoreArrays } from '../scores/scoreArrays.ts'
import type { FindingParts } from './reportFindings.ts'

/** So many of the images that are shown get a sentence: each takes some hundredths of a second. */
const mostSentences = 200

const numbers = { count, percent, sigmas: (distance: number) => (distance < 100 ? distance.toFixed(1) : count(Math.round(distance))) }

/** A sentence for each of the highest scores on why it is one. */
export async function whyFindings({ store, explanations }: FindingParts, score: ScoreRecord, top: number): Promise<WhyFindings> {
  const order = rankingOrder((await scoreArrays(store, score)).scores)
  const ensemble = ensembleOf(store, score.ensembleId)
  const sentences: WhyFindings['sentences'] = []
  try {
    for (const position of order.subarray(0, Math.min(top, mostSentences))) {
      const why = await explanations.explain(ensemble, score.imageSetId, position)
      sentences.push([position, whyText(why, numbers)])
    }
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error
    return { sentences, missing: `Why images score as they do cannot be said: ${error.message}` }
  }
  return { sentences, missing: null }
}
