import { existsSync } from 'node:fs'
import path from 'node:path'
import { SOFTWARE_VARIABLE } from '../../../main/compute/webgpu/software.ts'

const { ensureChromium } = await import(new URL('../../../build/chromium.mjs', import.meta.url).href)

export type Adapter = { env: Record<string, string>; why: null } | { env: null; why: string }

/**
 * The environment of a process that sees SwiftShader as its only card: the driver of the Chromium for tests, and the loader
 * of Vulkan beside it. Else the sentence that says why there is none.
 */
export async function softwareAdapter(): Promise<Adapter> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { env: null, why: `There is no software adapter for ${process.platform} on ${process.arch}: the Chromium for tests is for Linux on x64.` }
  }
  const { executablePath } = await ensureChromium()
  const folder = path.dirname(executablePath)
  const missing = ['libvk_swiftshader.so', 'vk_swiftshader_icd.json', 'libvulkan.so.1'].find((file) => !existsSync(path.join(folder, file)))
  if (missing) return { env: null, why: `The Chromium for tests has no ${missing}, so there is no software adapter.` }
  return {
    env: { LD_LIBRARY_PATH: folder, VK_DRIVER_FILES: path.join(folder, 'vk_swiftshader_icd.json'), [SOFTWARE_VARIABLE]: '1' },
    why: null,
  }
}
