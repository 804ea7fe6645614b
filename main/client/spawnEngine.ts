import { type ChildProcess, spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A Node 24, and the script of the engine's process. */
export interface EngineProgram { node: string; script: string }

const ownProgram = (): EngineProgram =>
  ({ node: process.execPath, script: fileURLToPath(new URL('../engine/engineProcess.ts', import.meta.url)) })

/**
 * Starts an engine that lives on without this process, and ends by itself three seconds after its last client
 * and job.
 * @param more further arguments of the engine's process
 */
export function spawnEngine(workspace: string, more: string[], { node, script } = ownProgram()): ChildProcess {
  const args = [script, '--workspace', workspace, '--idle-exit', '3', ...more]
  // Compiled code is kept: a start, of the workers too, then takes a third of the time, and the engine less
  // memory.
  const env = { NODE_COMPILE_CACHE: path.join(workspace, 'cache'), ...process.env }
  const child = spawn(node, args, {
    cwd: workspace, env, detached: true, stdio: 'ignore', windowsHide: true,
  })
  child.unref()
  return child
}

/** The last few messages that an engine process wrote into its log. */
export async function lastLogLines(workspace: string, pid: number | undefined, lines = 3): Promise<string[]> {
  const file = await open(path.join(workspace, 'logs', 'engine.log')).catch(() => null)
  if (!file) return []
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16_384), 0, 16_384, Math.max(0, size - 16_384))
    const entries = buffer.toString('utf8', 0, bytesRead).split('\n').flatMap(entry)
    return entries.filter((one) => one.pid === pid).map(({ msg }) => msg).slice(-lines)
  } finally {
    await file.close()
  }
}

/** The first line may be cut off. */
function entry(line: string): { pid: number; msg: string }[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
