import { availableParallelism } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { WorkerScripts } from '../jobs/queue/job.ts'

export interface ProcessOptions {
  workspace: string
  /** Seconds without clients and jobs after which the engine ends by itself; null: never. */
  idleExit: number | null
  cores: number
  scripts: WorkerScripts
  /** The folder of the window's built files. */
  renderer: string
}

/**
 * Reads the command line of the engine's process:
 * `--workspace DIR [--idle-exit SECONDS] [--cores N] [--workers DIR]`, the last being where the workers' scripts lie.
 * @throws Error with a sentence
 */
export function processOptions(args: string[]): ProcessOptions {
  const { values } = parseArgs({
    args,
    options: { workspace: { type: 'string' }, 'idle-exit': { type: 'string' }, cores: { type: 'string' }, workers: { type: 'string' } },
  })
  if (!values.workspace) throw new Error('The engine needs --workspace DIR.')
  const idleExit = values['idle-exit']
  return {
    workspace: values.workspace, idleExit: idleExit === undefined ? null : Number(idleExit),
    cores: Number(values.cores ?? availableParallelism()), scripts: workerScripts(values.workers),
    renderer: fileURLToPath(new URL('../../dist/renderer', import.meta.url)),
  }
}

/** The workers' scripts, in `main/workers` or in another folder. */
export function workerScripts(folder?: string): WorkerScripts {
  const base = folder ? pathToFileURL(`${folder}/`) : new URL('../workers/', import.meta.url)
  const script = (name: string) => new URL(`${name}Worker.ts`, base)
  return {
    import: script('import'), member: script('member'), score: script('score'), labels: script('labels'),
    report: script('report'), relocate: script('relocate'), encoder: script('encoder'), features: script('features'),
    thumbnail: script('thumbnail'), statistics: script('statistics'), cell: script('cell'),
    studyTables: script('studyTables'), export: script('export'), exportImages: script('exportImages'),
    explain: script('explain'), originals: script('originals'), members: script('members'),
    archive: script('archive'), pixels: script('pixels'), runtime: script('runtime'),
    device: script('device'), adapters: script('adapters'),
  }
}
