export type Flavour = 'cpu' | 'cuda'

/** Where a set-up stands: bytes of the wheel `number` of `of`, as far as that is known. */
export interface SetUpState {
  phase: 'downloading' | 'unpacking' | 'checking'
  name: string | null
  number: number | null
  of: number | null
  bytes: number
  total: number | null
}

export interface Hands {
  say(line: string): void
  at(state: SetUpState): void
  /** A folder with wheel files in the place of pip. */
  wheels?: string
  stop?: AbortSignal
}

export interface ListedRuntime {
  flavour: Flavour
  version: string
  path: string
  bytes: number
  isThere: boolean
  isInUse: boolean
  isShipped: boolean
}

/** A failure that its message explains in full. */
export class SetupError extends Error {}

export function installRuntime(flavour: Flavour, folder: string, hands: Hands): Promise<void>
export function deleteRuntime(flavour: Flavour, folder: string, hands: Pick<Hands, 'say' | 'stop'>): Promise<number>
export function listRuntimes(folder: string, shipped?: string): ListedRuntime[]
export function tryLoading(runtime: string, node: string, stop?: AbortSignal): Promise<{ loads: boolean; version?: string; why?: string }>
/** Ends the programs that were started and are still at work. */
export function stopCommands(signal: NodeJS.Signals): void
