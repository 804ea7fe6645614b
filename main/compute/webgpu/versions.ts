import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const versionOf = (name: string): string => (require(`${name}/package.json`) as { version: string }).version

/**
 * What decides a member's weights on WebGPU beside the card: the version of the shaders (tfjs) and of Dawn, which
 * compiles them. It is read from the packages' descriptions: nothing of a card is touched.
 */
export function webGpuVersion(): string {
  return `${versionOf('@tensorflow/tfjs-backend-webgpu')}+dawn-${versionOf('webgpu')}`
}
