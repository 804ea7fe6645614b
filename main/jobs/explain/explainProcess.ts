import { workerEnvironment } from '../../compute/threads.ts'
import { EngineFailure } from '../../contract/errors.ts'
import type { ExplainAnswer, ExplainOrder } from '../../workers/messages.ts'
import { StandingProcess } from '../standing/standingProcess.ts'

const THREADS = 2

/**
 * A worker process that explains images. It stays on the processor: a few images need no graphics card, whose memory a
 * training may have taken.
 */
export function explainProcess(script: URL): StandingProcess<ExplainOrder, ExplainAnswer> {
  return new StandingProcess({
    script, env: { ...workerEnvironment(THREADS), CUDA_VISIBLE_DEVICES: '' }, patience: { answer: 60_000, idle: 120_000 },
    died: () => new EngineFailure('UNAVAILABLE', 'The process that explains images ended before it answered.',
      'Close other programs if memory is short, and ask again.'),
  })
}
