import { describedDetector } from '../../contract/detectorNames.ts'
import type { ReportOptions, ReportSection } from '../../contract/reports.ts'
import { type ReportFindings, noFindings } from '../../reports/findings.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import type { PlacedVerdict } from '../../store/verdicts.ts'
import { comparisonOf } from '../procedures/comparisonProcedures.ts'
import type { EngineParts } from '../parts.ts'
import { judgedMetrics } from '../scores/judgedScores.ts'
import { reportCommands } from './reportCommands.ts'
import { retrainingFindings } from './retrainingFindings.ts'
import { studyFindings } from './studyFindings.ts'
import { whyFindings } from './whyFindings.ts'

/** What findings are made of. */
export type FindingParts = Pick<
  EngineParts, 'store' | 'scripts' | 'cores' | 'runtime' | 'log' | 'announce' | 'comparisons' | 'explanations' | 'studyTables' | 'detectors'
>

/** How many unreadable files and how many pairs of alike images a report names. */
const named = 100

/**
 * Gathers what the sections of a report say beyond the score itself.
 * @throws EngineFailure NOT_FOUND where the comparison or the study is gone
 */
export async function reportFindings(
  parts: FindingParts, score: ScoreRecord, options: ReportOptions,
): Promise<ReportFindings> {
  const wants = (section: ReportSection) => options.sections.includes(section)
  const { comparisonId, study } = options
  return {
    ...noFindings,
    why: wants('anomalies') ? await whyFindings(parts, score, options.top) : null,
    data: wants('data') ? dataFindings(parts, score) : null,
    verdicts: wants('verdicts') ? await verdictFindings(parts, score) : null,
    retrainings: wants('retraining') ? await retrainingFindings(parts, score) : null,
    comparison: wants('comparison') && comparisonId !== undefined ? await compared(parts, comparisonId) : null,
    study: wants('study') && study !== undefined ? await studyFindings(parts, study) : null,
    commands: wants('made') ? reportCommands(parts.store, score, options) : [],
  }
}

function dataFindings({ store }: FindingParts, { imageSetId: id }: ScoreRecord): ReportFindings['data'] {
  const { classes } = store.imageSets.show(id)!
  const page = { id, offset: 0, limit: named }
  return { problems: store.findings.problems(page), pairs: store.findings.pairs({ ...page, only: 'all' }, classes) }
}

async function verdictFindings(parts: FindingParts, score: ScoreRecord): Promise<ReportFindings['verdicts']> {
  const { projectId, classes } = parts.store.imageSets.show(score.imageSetId)!
  const list = parts.store.verdicts.ofSet(projectId, score.imageSetId).map((one) => withLabel(one, classes))
  return { list, judged: list.length > 0 ? await judgedMetrics(parts).of(score) : null }
}

function withLabel({ position, path, hash, label, verdict, class: right, note, tags, judged }: PlacedVerdict, classes: string[]) {
  return { position, path, hash, label: label === null ? null : classes[label], verdict, class: right, note, tags, judged }
}

async function compared(parts: FindingParts, id: number): Promise<ReportFindings['comparison']> {
  const { name, scoreIds } = comparisonOf(parts, id)
  const compared = await parts.comparisons.of(scoreIds)
  const names = compared.columns.map(({ detector }) => [detector, describedDetector(parts.detectors, detector)?.name ?? detector])
  return { name, compared, detectors: Object.fromEntries(names) }
}
