import path from 'node:path'
import { dataHome } from '../main/compute/runtimeFolder.mjs'

/** Where the host finds what belongs to it. */
export interface HostPaths {
  workspace: string
  /** What Chromium keeps of its own. */
  windowData: string
  preload: string
  engineLog: string
  /** Lacuna's own folder. */
  root: string
  /** What to do where something of it is missing. */
  remedy: string
}

/**
 * This file is bundled into dist/electron, and in an installed Lacuna lies in app.asar, which Node cannot read: there the
 * engine's folder lies beside it.
 * @param resources Electron's folder of resources where Lacuna is installed, else null
 */
export function hostPaths(resources: string | null): HostPaths {
  const own = import.meta.dirname
  const workspace = dataHome()
  const root = resources === null ? path.resolve(own, '..', '..') : path.join(resources, 'lacuna')
  return {
    workspace, windowData: path.join(workspace, 'window'), preload: path.join(own, 'preload.cjs'),
    engineLog: path.join(workspace, 'logs', 'engine.log'),
    root, remedy: resources === null ? `Run "npm run setup" in ${root}.` : 'Install Lacuna again.',
  }
}
