import type { Job } from '../../contract/jobs.ts'
import { CommandFailure, Interrupted } from '../failures.ts'
import type { Session } from '../session.ts'
import { openDisplay } from './display.ts'
import type { Display } from './display.ts'

/**
 * Shows a job until it has ended. Ctrl+C cancels the job, and waits for that.
 * @returns the job, done
 * @throws the job's own failure; Interrupted where it was cancelled
 */
export async function follow({ api, signal }: Session, jobId: number): Promise<Job> {
  signal.throwIfAborted()
  const { waitForJob } = await import('../../client/waitForJob.ts')
  const display = await openDisplay()
  const cancel = () => void cancelJob(api, jobId, display)
  signal.addEventListener('abort', cancel, { once: true })
  try {
    return finished(
      await waitForJob(api, jobId, (event) => {
        if (event.type === 'job' && event.job.id === jobId) display.show(event.job)
      }),
      signal,
    )
  } finally {
    signal.removeEventListener('abort', cancel)
    display.end()
  }
}

async function cancelJob(api: Session['api'], id: number, display: Display): Promise<void> {
  display.say('Cancelling; press Ctrl+C again to leave at once.')
  try {
    await api.jobs.cancel({ id })
  } catch (error) {
    display.say(`The job could not be cancelled: ${(error as Error).message}`)
  }
}

function finished(job: Job, signal: AbortSignal): Job {
  if (job.state === 'done') return job
  if (job.state === 'cancelled')
    throw signal.aborted ? signal.reason : new Interrupted(`Cancelled by somebody else: ${job.title}.`)
  if (job.state === 'paused')
    throw new CommandFailure(`Paused: ${job.title}.`, `Go on with "lacuna resume ${job.id}".`)
  const { message, hint, code } = job.error ?? {
    message: `Failed: ${job.title}.`,
    hint: null,
    code: 'FAILED',
  }
  throw new CommandFailure(message, hint, undefined, code)
}
