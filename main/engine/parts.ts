import type { BrowserAddress } from '../contract/engine.ts'
import type { DetectorDescription } from '../contract/scores.ts'
import type { Explanations } from '../jobs/explain/explanations.ts'
import type { Shop } from '../jobs/queue/job.ts'
import type { MemberComparisons } from '../jobs/scoring/memberComparisons.ts'
import type { MeasuredPaces } from '../jobs/pace/measuredPaces.ts'
import type { Discards } from '../jobs/project/discards.ts'
import type { JobQueue } from '../jobs/queue/queue.ts'
import type { StudyTableWork } from '../jobs/study/studyTableWork.ts'
import type { Thumbnails } from '../jobs/thumbnails/thumbnails.ts'
import type { ComparisonWork } from './comparison/comparisonWork.ts'
import type { EventLog } from './eventLog.ts'

/** A door for browsers as an engine before this one had it. */
export type SameDoor = Pick<BrowserAddress, 'port' | 'token'>

/** What the procedures of the contract work with. */
export interface EngineParts extends Shop {
  queue: JobQueue
  events: EventLog
  discards: Discards
  thumbnails: Thumbnails
  studyTables: StudyTableWork
  comparisons: ComparisonWork
  explanations: Explanations
  memberComparisons: MemberComparisons
  paces: MeasuredPaces
  detectors: DetectorDescription[]
  started: string
  /** How many clients are connected. */
  clients(): number
  /** Opens the door for browsers, or says where it is. */
  browser(again?: SameDoor): Promise<BrowserAddress>
  /** The folder of the window's built files, where there is one. */
  renderer?: string
  /** Ends the engine once the answer to the call is out. */
  stop(): void
}
