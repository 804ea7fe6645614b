import { access, constants, mkdir } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { EngineFailure } from '../contract/errors.ts'
import { lockedExitCode } from '../contract/lockFile.ts'
import { readAddress } from './engineAddress.ts'
import { socketFetch, type SocketFetch } from './socketFetch.ts'
import { type EngineProgram, lastLogLines, spawnEngine } from './spawnEngine.ts'

/**
 * An engine that cannot start ends, which is noticed at once; one that starts may be slow on a busy machine.
 */
const patience = 30_000
const pause = 40

/** `started`: it is one that this call started. */
export interface JoinedEngine extends SocketFetch { pid: number; started: boolean }

/**
 * Joins the engine of a workspace, or starts one where none answers.
 * @param engineArguments further arguments for an engine that is started
 * @throws EngineFailure UNAVAILABLE with the engine's last words where none answers within half a minute
 */
export async function joinEngine(
  workspace: string, engineArguments: string[], program?: EngineProgram,
): Promise<JoinedEngine> {
  await makeWorkspace(workspace)
  const deadline = performance.now() + patience
  let child = null
  while (performance.now() < deadline) {
    const joined = await tryJoin(workspace)
    if (joined) return { ...joined, started: joined.pid === child?.pid }
    // Another engine was quicker, or is ending just now: go on knocking, and start one again should nobody be
    // there.
    if (child === null || child.exitCode === lockedExitCode) child = spawnEngine(workspace, engineArguments, program)
    else if (child.exitCode !== null || child.signalCode !== null) break
    await setTimeout(pause)
  }
  throw await noEngine(workspace, child?.pid)
}

async function tryJoin(workspace: string): Promise<(SocketFetch & { pid: number }) | null> {
  const found = await readAddress(workspace)
  if (!found) return null
  const socket = socketFetch(found.address)
  try {
    await (await socket.fetch(new Request('http://lacuna/alive'))).text()
    return { ...socket, pid: found.pid }
  } catch {
    // Nobody there, or just ending: both show as an error of the connection.
    await socket.close()
    return null
  }
}

async function makeWorkspace(workspace: string): Promise<void> {
  try {
    await mkdir(workspace, { recursive: true })
    await access(workspace, constants.W_OK)
  } catch (error) {
    throw new EngineFailure(
      'UNAVAILABLE', `The workspace ${workspace} cannot be used: ${(error as Error).message}.`,
      'Point LACUNA_HOME at a folder that you may write to.',
    )
  }
}

async function noEngine(workspace: string, pid?: number): Promise<EngineFailure> {
  const lines = await lastLogLines(workspace, pid)
  const said = lines.length > 0 ? ` It said last: ${lines.join(' | ')}` : ''
  return new EngineFailure('UNAVAILABLE', `Lacuna's engine did not start in ${workspace}.${said}`,
    'Look into the folder "logs" there.')
}
