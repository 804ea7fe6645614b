import type { JobRun } from '../queue/job.ts'
import type { JobQueue } from '../queue/queue.ts'
import type { StudyBoard } from './studyBoard.ts'

/** What a study's run works with, beside what all jobs have. */
export interface StudyRun extends JobRun<'study'> { queue: JobQueue; version: string; board: StudyBoard }
