import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function jobProcedures({ queue, events }: EngineParts) {
  return {
    list: procedures.jobs.list.handler(({ input }) => queue.list(input.states)),
    show: procedures.jobs.show.handler(({ input }) => queue.show(input.id)),
    cancel: procedures.jobs.cancel.handler(({ input }) => queue.cancel(input.id)),
    pause: procedures.jobs.pause.handler(({ input }) => queue.pause(input.id)),
    resume: procedures.jobs.resume.handler(({ input }) => queue.resume(input.id)),
    // No generator itself: where the stream starts must be settled when the call is answered, not when it is
    // first read.
    events: procedures.jobs.events.handler(({ input, signal }) =>
      events.follow(input.after ?? events.seq, signal),
    ),
  }
}
