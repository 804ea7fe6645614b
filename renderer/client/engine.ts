import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { inject, type InjectionKey } from 'vue'
import type { contract } from '../../main/contract/contract.ts'
import { contractVersion } from '../../main/contract/contractVersion.ts'
import { clientHeader, contractHeader } from '../../main/contract/headers.ts'
import { away, failureInResponse } from './failure.ts'

/** Everything the engine can be asked, as functions. */
export type EngineApi = ContractRouterClient<typeof contract>

type Fetch = (request: Request) => Promise<Response>

/** The engine as a window reaches it: the typed contract, and numbers and pictures by their addresses. */
export interface Engine {
  api: EngineApi
  fetch: Fetch
  /** The whole address of a route of `main/contract/routes.ts`. */
  address(route: string): string
}

const engineKey: InjectionKey<Engine> = Symbol('engine')

/** @param base where the engine is: the origin that the page came from */
export function connectEngine(base: string, reach: Fetch = (request) => globalThis.fetch(request)): Engine {
  const fetch: Fetch = (request) =>
    reach(request).catch((error: unknown) => {
      throw request.signal.aborted ? error : away
    })
  const address = (route: string) => new URL(route, base).href
  const headers = { [contractHeader]: contractVersion, [clientHeader]: crypto.randomUUID() }
  const link = new RPCLink({ url: address('/rpc'), headers, fetch: (request) => admitted(fetch(request)) })
  return { api: createORPCClient<EngineApi>(link), fetch, address }
}

/** The door before the engine speaks no oRPC: whom it refuses, it tells so by a failure. */
async function admitted(asked: Promise<Response>): Promise<Response> {
  const response = await asked
  if (response.status === 401 || response.status === 403) throw await failureInResponse(response)
  return response
}

/** A Vue plugin that gives the engine to all components and stores. */
export function engineFor(engine: Engine) {
  return {
    install: (app: { provide(key: typeof engineKey, engine: Engine): unknown }) =>
      void app.provide(engineKey, engine),
  }
}

export function useEngine(): Engine {
  const engine = inject(engineKey)
  if (!engine) throw new Error('No engine was provided to the app.')
  return engine
}
