import type { Runtime } from '../../contract/runtimes.ts'
import type { JobRequests } from '../../jobs/queue/job.ts'
import { checkRuntime, refuseRemoval, runtimesHere } from '../../jobs/runtime/runtimes.ts'
import { checkSource } from './checkSource.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

const names: Record<Runtime['flavour'], string> = { cpu: 'TensorFlow for processors', cuda: 'TensorFlow for NVIDIA cards' }
const verbs: Record<JobRequests['runtime']['action'], string> = { install: 'Setting up', remove: 'Removing' }

export function runtimeProcedures({ queue }: EngineParts) {
  const { list, install, remove, check } = procedures.runtimes
  const submit = (request: JobRequests['runtime']) => {
    const title = `${verbs[request.action]} ${names[request.flavour]}`
    return { jobId: queue.submit({ kind: 'runtime', projectId: null, title, request }).id }
  }
  return {
    list: list.handler(() => runtimesHere()),
    install: install.handler(async ({ input }) => {
      if (input.wheels !== undefined) await checkSource(input.wheels)
      return submit({ action: 'install', ...input })
    }),
    remove: remove.handler(({ input: { flavour } }) => {
      refuseRemoval(queue, flavour)
      return submit({ action: 'remove', flavour })
    }),
    check: check.handler(({ input: { flavour }, signal }) => checkRuntime(flavour, signal)),
  }
}
