import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { notUsable } from './problems.ts'

let opened: Promise<GPU> | undefined

/**
 * Loads Dawn, Chromium's WebGPU, once per process, and puts it where a page finds it: `navigator.gpu` and the constants
 * as globals, which is where tfjs looks. A process that did this does not end by itself.
 * @throws WebGpuError where there is no Dawn for this system, or it cannot be loaded
 */
export function openDawn(): Promise<GPU> {
  opened ??= load()
  return opened
}

async function load(): Promise<GPU> {
  if (!existsSync(nativeFile())) throw notUsable(`there is no build of it for ${process.platform} on ${process.arch}`)
  try {
    const { create, globals } = await import('webgpu')
    Object.assign(globalThis, globals)
    const gpu = create([])
    Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true })
    return gpu
  } catch (error) {
    throw notUsable(`its library cannot be loaded (${String((error as Error).message).split('\n')[0]})`, error)
  }
}

/** Where the package keeps the library for this system (its index.js). */
function nativeFile(): string {
  const folder = path.dirname(createRequire(import.meta.url).resolve('webgpu'))
  const architecture = process.platform === 'darwin' ? 'universal' : process.arch
  return path.join(folder, 'dist', `${process.platform}-${architecture}`, 'dawn.node')
}
