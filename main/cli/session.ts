import type { Api } from '../client/connect.ts'
import { workspacePath } from '../client/workspacePath.ts'
import { listenForInterrupt } from './interrupt.ts'

/** A command's connection to the engine, and its ear for Ctrl+C. */
export interface Session {
  api: Api
  signal: AbortSignal
}

/** Joins a workspace's engine (or starts one) for as long as `work` takes. */
export async function withEngine<T>(
  work: (session: Session) => Promise<T>, workspace: string = workspacePath(),
): Promise<T> {
  const interrupt = listenForInterrupt()
  try {
    // Only now: help and wrong usage are told without waiting for what the engine needs.
    const { connect } = await import('../client/connect.ts')
    const { api, close } = await connect({ workspace })
    try {
      interrupt.signal.throwIfAborted()
      return await work({ api, signal: interrupt.signal })
    } finally {
      await close()
    }
  } finally {
    interrupt.release()
  }
}
