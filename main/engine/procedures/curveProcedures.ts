import { measureCurves } from '../../jobs/scoring/judgeScore.ts'
import type { CurveBands } from '../../contract/curves.ts'
import { judgedCurves } from '../scores/judgedScores.ts'
import { LastAsked } from '../scores/lastAsked.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { scoreOf } from './scoreOf.ts'

/** The bands of a score take some kilobytes. */
const kept = 32

export function curveProcedures(parts: EngineParts) {
  const { bands } = procedures.curves
  const [byLabel, judged] = [new LastAsked<CurveBands | null>(kept), judgedCurves(parts)]
  return {
    bands: bands.handler(({ input }) => {
      const score = scoreOf(parts, input.scoreId)
      return input.judged ? judged.of(score) : byLabel.get(score.id, () => measureCurves(parts, score, []))
    }),
  }
}
