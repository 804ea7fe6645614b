import type { Job } from '../../main/contract/jobs.ts'
import { t } from '../words/words.ts'

/** What a job is, or became, in words. */
export const jobStates: Record<Job['state'], string> = {
  waiting: t('waits for another to end'), running: t('running'), paused: t('paused'), done: t('done'),
  failed: t('failed'), cancelled: t('cancelled'),
}
