import { setTimeout } from 'node:timers/promises'
import { ORPCError } from '@orpc/client'
import { EngineFailure } from '../contract/errors.ts'
import type { EngineEvent, Job } from '../contract/jobs.ts'
import type { Api } from './connect.ts'
import { ConnectionLost } from './lostConnection.ts'

/** A job's own news: its state and progress, and the curves of all members. */
export type JobNews = Extract<EngineEvent, { type: 'job' | 'curve' }>

const attempts = 5

/**
 * Follows a job until it is done, failed, cancelled or paused, also over the end of an engine: the next one
 * takes the job up. What is told while nobody listens is made up for by the job's state at that time.
 * @param onNews gets the job's state first
 * @param signal ends the waiting, not the job
 * @returns the job as it rests
 */
export async function waitForJob(
  api: Api, jobId: number, onNews: (news: JobNews) => void = () => undefined, signal?: AbortSignal,
): Promise<Job> {
  for (let failures = 0; ;) {
    try {
      const job = await follow(api, jobId, onNews, signal)
      if (job) return job
      failures = 0
    } catch (error) {
      if (signal?.aborted || isAnswer(error) || ++failures >= attempts) throw error
      await setTimeout(200 * failures)
    }
  }
}

/** @returns null where the stream ended, or had a gap, before the job did */
async function follow(
  api: Api, jobId: number, onNews: (news: JobNews) => void, signal?: AbortSignal,
): Promise<Job | null> {
  // The stream first, then the state: nothing can happen between the two.
  const events = await api.jobs.events({}, { signal })
  try {
    const now = await api.jobs.show({ id: jobId }, { signal })
    onNews({ seq: 0, type: 'job', job: now })
    if (rests(now)) return now
    for await (const event of events) {
      if (event.type === 'missed') return null
      if (event.type === 'curve' || (event.type === 'job' && event.job.id === jobId)) onNews(event)
      if (event.type === 'job' && event.job.id === jobId && rests(event.job)) return event.job
    }
    return null
  } finally {
    await events.return?.()
  }
}

function rests({ state }: Job): boolean {
  return state !== 'waiting' && state !== 'running'
}

/** What the engine answered will not change by asking again; a broken connection may. */
function isAnswer(error: unknown): boolean {
  return error instanceof ORPCError || (error instanceof EngineFailure && !(error instanceof ConnectionLost))
}
