import { cpus } from 'node:os'
import type { Environment } from '../../contract/bundles.ts'
import type { Shop } from './job.ts'

/** What decides the last bits of what is computed here. */
export function environmentOf({ cores, runtime }: Pick<Shop, 'cores' | 'runtime'>): Environment {
  const found = runtime()
  return {
    platform: process.platform, architecture: process.arch, processor: cpus()[0]?.model.trim() ?? 'unknown', cores,
    tensorflow: found ? `${found.version} ${found.flavour}` : 'none', node: process.versions.node,
  }
}

/** Whether the same weights and pixels have to give the same scores to the last bit. Node's version does not matter. */
export function isSameMachine(one: Environment, other: Environment): boolean {
  const keys = ['processor', 'platform', 'architecture', 'cores', 'tensorflow'] as const
  return keys.every((key) => one[key] === other[key])
}
