import type { Job } from '../../contract/jobs.ts'

/** Whether a job will not change any more. */
export const hasEnded = ({ state }: Job): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** Who waits for which job to end. */
export class Endings {
  readonly #awaited = new Map<number, ((job: Job) => void)[]>()

  /** Resolves once the job is told of as ended; at once where it has. */
  wait(job: Job): Promise<Job> {
    if (hasEnded(job)) return Promise.resolve(job)
    return new Promise((resolve) => {
      this.#awaited.set(job.id, [...(this.#awaited.get(job.id) ?? []), resolve])
    })
  }

  /** Tells those who wait, should the job have ended. */
  tell(job: Job): void {
    if (!hasEnded(job)) return
    this.#awaited.get(job.id)?.forEach((resolve) => resolve(job))
    this.#awaited.delete(job.id)
  }
}
