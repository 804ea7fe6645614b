import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { type contract, contractVersion } from '../contract/contract.ts'
import { contractHeader } from '../contract/headers.ts'
import { type JoinedEngine, joinEngine } from './joinEngine.ts'
import { isRefused, lostConnection } from './lostConnection.ts'
import type { EngineProgram } from './spawnEngine.ts'

/** Everything the engine can be asked, as functions. */
export type Api = ContractRouterClient<typeof contract>

export interface Connection {
  api: Api
  workspace: string
  /** Any request to the engine, also beside the contract. */
  fetch(request: Request): Promise<Response>
  /** Whether the engine that answers now was started by this connection. */
  started(): Promise<boolean>
  close(): Promise<void>
}

export interface ConnectOptions {
  workspace: string
  /** Further arguments for an engine that is started here. */
  engineArguments?: string[]
  /** What an engine is started with, where that is not this process's own Node and source. */
  program?: EngineProgram
}

/**
 * Connects to the engine of a workspace; starts one where none runs. Should it end or be killed, the next
 * call joins or starts another; the calls that it left unanswered fail with a `ConnectionLost`.
 * @throws EngineFailure UNAVAILABLE with a sentence where there is none and none starts
 */
export async function connect({ workspace, engineArguments = [], program }: ConnectOptions): Promise<Connection> {
  const engine = new RejoiningEngine(() => joinEngine(workspace, engineArguments, program))
  await engine.joined
  const link = new RPCLink({
    url: 'http://lacuna/rpc',
    headers: { [contractHeader]: contractVersion },
    fetch: (request) => engine.fetch(request),
  })
  return {
    api: createORPCClient<Api>(link), workspace, fetch: (request) => engine.fetch(request), started: async () => (await engine.joined).started,
    close: () => engine.close(),
  }
}

/** An engine that is joined anew when it turns out to be gone. */
class RejoiningEngine {
  joined: Promise<JoinedEngine>
  readonly #join: () => Promise<JoinedEngine>

  constructor(join: () => Promise<JoinedEngine>) {
    this.#join = join
    this.joined = join()
  }

  async fetch(request: Request): Promise<Response> {
    const joined = this.joined
    const engine = await joined.catch(() => null)
    // The last attempt to join failed; what was in its way may be gone.
    if (!engine) return (await this.#again(joined)).fetch(request)
    const spare = request.clone()
    try {
      return await engine.fetch(request)
    } catch (error) {
      if (request.signal.aborted) throw error
      if (!isRefused(error)) throw lostConnection(error)
      return (await this.#again(joined)).fetch(spare)
    }
  }

  /** Calls that find it gone at the same time join it once. */
  async #again(gone: Promise<JoinedEngine>): Promise<JoinedEngine> {
    if (this.joined !== gone) return this.joined
    this.joined = this.#join()
    await (await gone.catch(() => null))?.close()
    return this.joined
  }

  async close(): Promise<void> {
    await (await this.joined).close()
  }
}
