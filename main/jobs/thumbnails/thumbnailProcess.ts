import { EngineFailure } from '../../contract/errors.ts'
import type { ThumbnailAnswer, ThumbnailOrder } from '../../workers/messages.ts'
import { StandingProcess } from '../standing/standingProcess.ts'

/**
 * A worker process that makes thumbnails.
 * @param scratch a folder for what must be unpacked, which the engine's start sweeps
 */
export function thumbnailProcess(script: URL, scratch: string): StandingProcess<ThumbnailOrder, ThumbnailAnswer> {
  return new StandingProcess({
    script, args: [scratch], patience: { answer: 30_000, idle: 60_000 },
    died: ({ path }) => new EngineFailure('UNAVAILABLE', `The process that decodes pictures ended over "${path}".`,
      'The picture may be damaged, or far too large for the memory of this machine.'),
  })
}
