/** A set-up TensorFlow runtime. */
export interface InstalledRuntime {
  /** Which of TensorFlow's builds it is. */
  flavour: 'cpu' | 'cuda'
  /** TensorFlow's version, such as 2.21.0. */
  version: string
  /** The runtime's own folder: tensorflow/, binding/, and nvidia/ for CUDA. */
  path: string
  /** The compiled N-API binding. */
  binding: string
}

export function dataHome(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, home?: string): string
export function runtimeFolder(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, home?: string): string
export function runtimeInUse(folder?: string, shipped?: string): InstalledRuntime | undefined
export function runtimeOfProcess(env?: NodeJS.ProcessEnv): InstalledRuntime | undefined
export const shippedFolder: string
