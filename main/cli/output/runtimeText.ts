import type { Runtime } from '../../contract/runtimes.ts'
import { bytes } from './format.ts'

/** A runtime with what came of trying it; null where it is not there. */
export type CheckedRuntime = Runtime & { loads: boolean | null; why: string | null }

/** Runtimes for people, the one in use first named as such. */
export function runtimeLines(runtimes: CheckedRuntime[]): string {
  return runtimes.map(line).join('\n')
}

function line({ flavour, version, path, bytes: size, isThere, isInUse, isShipped, loads, why }: CheckedRuntime): string {
  const name = `TensorFlow ${version} (${flavour})`
  if (!isThere) return `${name}: not installed ("lacuna runtime install ${flavour}" gets it)`
  const facts = [isInUse ? 'in use' : 'installed', isShipped ? 'came with Lacuna' : null, bytes(size), loads ? 'it loads' : `it does not load: ${why}`]
  return `${name}: ${facts.filter(Boolean).join(', ')}\n  in ${path}`
}
