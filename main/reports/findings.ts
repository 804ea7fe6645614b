import type { Comparison } from '../contract/comparisons.ts'
import type { Pair, Problem } from '../contract/imageSets.ts'
import type { Relabelling } from '../contract/retraining.ts'
import type { JudgedMetrics } from '../contract/scores.ts'
import type { ImageVerdict } from '../contract/verdicts.ts'
import type { Table } from './tables/table.ts'

/** Why images score as they do: a sentence by position, or the reason why there are none. */
export interface WhyFindings { sentences: [number, string][]; missing: string | null }

/** The first of what is wrong with the images; the counts of all are the image set's. */
export interface DataFindings { problems: Problem[]; pairs: Pair[] }

/** What was judged: the newest verdicts of a set's images, and the figures as they are with these. */
export interface VerdictFindings { list: Omit<ImageVerdict, 'id' | 'scoreId'>[]; judged: JudgedMetrics | null }

/** An ensemble that was trained again from verdicts; `compared` is before and after, null where one has no such score. */
export interface RetrainingFinding {
  before: string; after: string; created: string; relabelling: Relabelling; compared: Comparison | null
}

/** A part of a study's results, with a sentence or two on how to read it. */
export interface StudyPart { id: string; heading: string; lead: string; notes: string[]; table: Table }

export interface StudyFindings { name: string; question: string; claims: string[]; parts: StudyPart[] }

/** What the engine found for the sections of a report; null for what was not asked for. */
export interface ReportFindings {
  why: WhyFindings | null
  data: DataFindings | null
  verdicts: VerdictFindings | null
  retrainings: RetrainingFinding[] | null
  /** `detectors`: the names of those that are compared, by their ids. */
  comparison: { name: string; compared: Comparison; detectors: Record<string, string> } | null
  study: StudyFindings | null
  /** Command lines that make the result, and the report, again. */
  commands: string[]
}

export const noFindings: ReportFindings = {
  why: null, data: null, verdicts: null, retrainings: null, comparison: null, study: null, commands: [],
}
