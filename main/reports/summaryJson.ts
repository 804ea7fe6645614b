import type { ReportCounts } from './counts.ts'
import type { ReportFindings } from './findings.ts'
import type { ReportInput } from './reportInput.ts'

/**
 * The text of summary.json: what the engine knows of the run, what it found for the report's sections, and the figures
 * of this report. Where there is nothing to measure against (no held-out class, no label), `auroc` and `metrics` are
 * null.
 */
export function summaryJson(input: ReportInput, counts: ReportCounts, findings: ReportFindings): string {
  const figures = {
    auroc: input.metrics?.auroc ?? null,
    metrics: input.metrics,
    detector: input.detector,
    threshold: input.summary.threshold ?? { value: input.threshold },
    counts,
  }
  const summary = { ...figures, ...input.summary, ...figures, findings }
  return JSON.stringify(summary, null, 2) + '\n'
}
