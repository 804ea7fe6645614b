import type { Comparison } from '../contract/comparisons.ts'
import type { Pair, Problem } from '../contract/imageSets.ts'
import type { JudgedMetrics } from '../contract/scores.ts'
import type { ImageVerdict } from '../contract/verdicts.ts'
import type { Table } from './tables/table.ts'

/** Why images score as they do: a sentence by position, or the reason why there are none. */
export interface WhyFindings { sentences: [number, string][]; missing: string | null }

/** The first of what is wrong with the images; the counts of all are the image set's. */
export interface DataFindings { problems: Problem[]; pairs: Pair[] }

/** What was judged: the newest verdicts of a set's images, and the figures as they are with these. */
export interface VerdictFindings { list: Omit<ImageVerdict, 'id' | 'scoreId'>[]; judged: JudgedMetrics | null }

/** A part of a study's results, with a sentence or two on how to read it. */
export interface StudyPart { id: string; heading: string; lead: string; notes: string[]; table: Table }

export interface StudyFindings { name: string; question: string; claims: string[]; parts: StudyPart[] }

/** What the engine found for the sections of a report; null for what was not asked for. */
export interface ReportFindings {
  why: WhyFindings | null
  data: DataFindings | null
  verdicts: VerdictFindings | null
  comparison: { name: string; compared: Comparison } | null
  study: StudyFindings | null
  /** Command lines that make the result, and the report, again. */
  commands: string[]
}

export const noFindings: ReportFindings = {
  why: null, data: null, verdicts: null, comparison: null, study: null, commands: [],
}
