import { Argument, type Command } from 'commander'
import type { Runtime, RuntimeFlavour } from '../../contract/runtimes.ts'
import { bytes } from '../output/format.ts'
import { type CheckedRuntime, runtimeLines } from '../output/runtimeText.ts'
import { printJson, printResult } from '../output/streams.ts'
import { existingSource } from '../outputFolder.ts'
import { follow } from '../progress/follow.ts'
import { type Session, withEngine } from '../session.ts'
import { exitCodes } from '../exitCodes.ts'
import { defineCommand, defineGroup } from './defineCommand.ts'

const flavour = () => new Argument('<flavour>', 'cpu for processors, cuda for NVIDIA cards').choices(['cpu', 'cuda'])
type Json = { json?: boolean }

/** `runtime status`, `runtime install` and `runtime remove`: which TensorFlow Lacuna computes with. */
export function defineRuntime(program: Command): void {
  const runtime = defineGroup(program, 'runtime', {
    summary: 'look at, change or remove the TensorFlow that Lacuna computes with',
    examples: ['runtime status', 'runtime install cuda', 'runtime install cuda --wheels /media/stick/wheels', 'runtime remove cuda'],
  })
  defineCommand(runtime, 'status', {
    summary: 'list the TensorFlow runtimes, and try whether they load',
    examples: ['runtime status', 'runtime status --json'],
  }).action(showStatus)
  defineCommand(runtime, 'install', {
    summary: 'get TensorFlow by pip or from wheel files, and compute with it from now on; what runs keeps the one it began with',
    examples: ['runtime install cuda', 'runtime install cpu --json', 'runtime install cuda --wheels /media/stick/wheels'],
  })
    .addArgument(flavour())
    .option('--wheels <dir>', 'a folder with the wheel files, where there is no network')
    .action(install)
  defineCommand(runtime, 'remove', {
    summary: 'delete a TensorFlow runtime; refused while anything computes',
    examples: ['runtime remove cuda'],
  }).addArgument(flavour()).action(remove)
}

async function showStatus({ json }: Json): Promise<void> {
  const checked = await withEngine(({ api }) => withChecks(api))
  if (json) printJson(checked)
  else printResult(runtimeLines(checked))
  if (!checked.some(({ isInUse, loads }) => isInUse && loads)) process.exitCode = exitCodes.failed
}

/** Those that are there are tried. */
async function withChecks(api: Session['api']): Promise<CheckedRuntime[]> {
  const all: Runtime[] = await api.runtimes.list()
  return Promise.all(all.map(async (one) => ({
    ...one, ...(one.isThere ? await api.runtimes.check({ flavour: one.flavour }) : { loads: null, why: null }),
  })))
}

async function install(of: RuntimeFlavour, { wheels, json }: { wheels?: string } & Json): Promise<void> {
  const folder = wheels === undefined ? undefined : await existingSource(wheels)
  const checked = await withEngine(async (session) => {
    const { jobId } = await session.api.runtimes.install({ flavour: of, wheels: folder })
    await follow(session, jobId)
    return withChecks(session.api)
  })
  if (json) printJson(checked.find((one) => one.flavour === of))
  else printResult(runtimeLines(checked))
}

async function remove(of: RuntimeFlavour, { json }: Json): Promise<void> {
  const freedBytes = await withEngine(async (session) => {
    const { jobId } = await session.api.runtimes.remove({ flavour: of })
    return Number((await follow(session, jobId)).result?.freedBytes ?? 0)
  })
  if (json) printJson({ removed: { kind: 'runtime', flavour: of }, freedBytes })
  else printResult(`Removed TensorFlow (${of}); ${bytes(freedBytes)} became free.`)
}
