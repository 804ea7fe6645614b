import { z } from 'zod'
import { Ensemble } from '../contract/ensembles.ts'
import { ImageSet } from '../contract/imageSets.ts'
import { DetectorDescription, Score } from '../contract/scores.ts'

/** The parts of a run's summary that the page speaks about. What a summary lacks, the page leaves out. */
export interface SummaryView {
  project: string | null
  version: string | null
  created: string | null
  imageSet: ImageSet | null
  trainedOn: ImageSet | null
  ensemble: Ensemble | null
  score: Score | null
  detector: DetectorDescription | null
  /** What the run ran on: named versions, machine, device. */
  surroundings: [string, string][]
}

/** Reads a summary part by part: a part that is missing or of another shape becomes null. */
export function viewSummary(summary: Record<string, unknown>): SummaryView {
  const part = <T>(schema: z.ZodType<T>, value: unknown): T | null => schema.safeParse(value).data ?? null
  return {
    project: part(z.string(), summary.project),
    version: part(z.string(), summary.version),
    created: part(z.string(), summary.created),
    imageSet: part(ImageSet, summary.imageSet),
    trainedOn: part(ImageSet, summary.trainedOn),
    ensemble: part(Ensemble, summary.ensemble),
    score: part(Score, summary.score),
    detector: part(DetectorDescription, summary.detectorDescription),
    surroundings: [summary.runtime, summary.machine].flatMap(flatEntries),
  }
}

function flatEntries(value: unknown): [string, string][] {
  if (typeof value === 'string') return [['runtime', value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([, v]) => ['string', 'number', 'boolean'].includes(typeof v))
    .map(([key, v]) => [key, String(v)])
}
