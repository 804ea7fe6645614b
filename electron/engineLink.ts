import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Api, connect, type Connection } from '../main/client/connect.ts'
import type { EngineProgram } from '../main/client/spawnEngine.ts'
import { EngineFailure } from '../main/contract/errors.ts'
import type { HostPaths } from './hostPaths.ts'

/** The host's connection to the engine of its workspace: joined, or started on Node 24, never on Electron's own Node. */
export class EngineLink {
  readonly #paths: HostPaths
  #connection: Promise<Connection> | null = null

  constructor(paths: HostPaths) {
    this.#paths = paths
  }

  /** @throws EngineFailure with a sentence where there is none and none starts; the next call tries again */
  join(): Promise<Connection> {
    this.#connection ??= this.#connect()
    return this.#connection
  }

  /** Null where there was never one. */
  async connection(): Promise<Connection | null> {
    return this.#connection?.catch(() => null) ?? null
  }

  async api(): Promise<Api> {
    return (await this.join()).api
  }

  async #connect(): Promise<Connection> {
    try {
      return await connect({ workspace: this.#paths.workspace, program: await engineProgram(this.#paths) })
    } catch (error) {
      this.#connection = null
      throw error
    }
  }
}

async function engineProgram({ root, remedy }: HostPaths): Promise<EngineProgram> {
  const { node24Place } = await import(pathToFileURL(path.join(root, 'build', 'node24.mjs')).href)
  const node: string | undefined = process.env.LACUNA_NODE ?? node24Place()
  if (node && existsSync(node)) return { node, script: path.join(root, 'main', 'engine', 'engineProcess.ts') }
  throw new EngineFailure('UNAVAILABLE', 'Lacuna is not whole: its Node 24 is not there.', remedy)
}
