import { homedir } from 'node:os'
import type { DetectorDescription } from '../../contract/scores.ts'
import type { Tell } from '../../jobs/exporting/reportJob.ts'
import { withoutFolders } from '../../reports/folders.ts'
import type { ScoreRecord } from '../../store/scores.ts'
import { type FindingParts, reportFindings } from './reportFindings.ts'
import { reportSummary } from './reportSummary.ts'

/** All that a report says beside its score, with the folders of this machine only where they are wanted. */
export function tellReport(shop: Omit<FindingParts, 'detectors'>, detectors: DetectorDescription[]): Tell {
  const parts = { ...shop, detectors }
  const summarise = reportSummary(parts, detectors)
  return async (score, options) => {
    const told = { summary: summarise(score), findings: await reportFindings(parts, score, options) }
    return options.paths ? told : withoutFolders(told, foldersOf(parts, score))
  }
}

function foldersOf({ store }: FindingParts, { imageSetId, ensembleId }: ScoreRecord): string[] {
  const own = store.ensembles.show(ensembleId)!.imageSetId
  return [...[imageSetId, own].map((id) => store.imageSets.show(id)!.source), store.workspace, homedir()]
}
