import path from 'node:path'
import { EngineFailure } from '../../contract/errors.ts'
import { checkTarget } from '../../jobs/project/backupPath.ts'
import { checkSource } from './checkSource.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { scoreOf } from './scoreOf.ts'

/** Results that can be checked and opened elsewhere. */
export function bundleProcedures({ store, queue }: EngineParts) {
  const { make, verify, open } = procedures.bundles
  return {
    make: make.handler(async ({ input: { file, ...input } }) => {
      const { ensembleId } = scoreOf({ store }, input.scoreId)
      const { projectId, name, cell } = store.ensembles.show(ensembleId)!
      if (cell !== null) throw new EngineFailure('BAD_INPUT', `"${name}" belongs to a study, which a bundle does not hold.`, 'Train an ensemble with its settings.')
      await checkTarget(file, '.lacuna')
      const request = { ...input, projectId, file: path.normalize(file) }
      return { jobId: queue.submit({ kind: 'bundle', projectId, title: `Bundle of ${name}`, request }).id }
    }),
    verify: verify.handler(async ({ input }) => {
      await checkSources(input)
      const title = `Verifying ${path.basename(input.file)}`
      return { jobId: queue.submit({ kind: 'verify', projectId: null, title, request: input }).id }
    }),
    open: open.handler(async ({ input }) => {
      await checkSources(input)
      const title = `Opening ${path.basename(input.file)}`
      return { jobId: queue.submit({ kind: 'restore', projectId: null, title, request: { ...input, once: true } }).id }
    }),
  }
}

async function checkSources({ file, images }: { file: string; images?: string }): Promise<void> {
  await checkSource(file)
  if (images !== undefined) await checkSource(images)
}
