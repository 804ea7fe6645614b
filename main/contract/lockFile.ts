import { z } from 'zod'

/** Where a running engine is reached: a unix socket or a named pipe. */
export const EngineAddress = z.object({ pid: z.int(), address: z.string(), started: z.string() })
export type EngineAddress = z.infer<typeof EngineAddress>

/** The file in a workspace that holds the address of its engine while one runs. */
export const lockFile = (workspace: string): string => `${workspace}/engine.lock`

/** How an engine process ends that finds another engine in its workspace. */
export const lockedExitCode = 3
