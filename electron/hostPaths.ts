import path from 'node:path'
import { dataHome } from '../main/compute/runtimeFolder.mjs'

/** Where the host finds what belongs to it. */
export interface HostPaths {
  workspace: string
  /** What Chromium keeps of its own. */
  windowData: string
  preload: string
  /** Lacuna's own folder. */
  root: string
}

/** This file is bundled into dist/electron. */
export function hostPaths(): HostPaths {
  const own = import.meta.dirname
  const workspace = dataHome()
  return {
    workspace, windowData: path.join(workspace, 'window'), preload: path.join(own, 'preload.cjs'),
    root: path.resolve(own, '..', '..'),
  }
}
