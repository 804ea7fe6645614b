import path from 'node:path'
import { checkTarget } from '../../jobs/project/backupPath.ts'
import { checkSource } from './checkSource.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'
import { projectOf } from './projectOf.ts'

export function archiveProcedures({ store, queue }: EngineParts) {
  const { backup, restore } = procedures.archives
  return {
    backup: backup.handler(async ({ input: { projectId, file } }) => {
      const { name } = projectOf(store, projectId)
      await checkTarget(file)
      const request = { projectId, file: path.normalize(file) }
      return { jobId: queue.submit({ kind: 'backup', projectId, title: `Backup of ${name}`, request }).id }
    }),
    restore: restore.handler(async ({ input: { file } }) => {
      await checkSource(file)
      const title = `Restoring ${path.basename(file)}`
      return { jobId: queue.submit({ kind: 'restore', projectId: null, title, request: { file } }).id }
    }),
  }
}
