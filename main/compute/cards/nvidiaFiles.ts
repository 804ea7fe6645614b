import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { NvidiaCard } from './nvidiaCard.ts'

/** The cards that the loaded driver lists under /proc; it tells names there, and no memory. */
export async function cardsOfDriver(proc: string): Promise<NvidiaCard[]> {
  const driver = driverVersion(await textOf(path.join(proc, 'driver/nvidia/version')))
  const folder = path.join(proc, 'driver/nvidia/gpus')
  const texts = await Promise.all((await namesIn(folder)).map((name) => textOf(path.join(folder, name, 'information'))))
  return texts.filter((text) => text !== '').map((text, index) => ({
    index, uuid: field(text, 'GPU UUID'), name: field(text, 'Model') ?? 'NVIDIA graphics card', bytes: null, freeBytes: null, driver,
  }))
}

/** NVIDIA's graphics cards on the PCI bus, whether a driver knows them or not: only how many can be told. */
export async function cardsOnBus(sys: string): Promise<NvidiaCard[]> {
  const folder = path.join(sys, 'bus/pci/devices')
  const marks = await Promise.all((await namesIn(folder)).map(async (name) => {
    const [vendor, kind] = await Promise.all(['vendor', 'class'].map((file) => textOf(path.join(folder, name, file))))
    // 0x0300 is a VGA controller, 0x0302 a 3D controller; 0x10de is NVIDIA.
    return vendor.trim() === '0x10de' && /^0x030[02]/.test(kind)
  }))
  return marks.filter(Boolean).map((_, index) => ({
    index, uuid: null, name: 'NVIDIA graphics card', bytes: null, freeBytes: null, driver: null,
  }))
}

/** Such as 550.54.15, in `NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar 5 ...`. */
export function driverVersion(text: string): string | null {
  return /Kernel Module\b.*?\s(\d+\.\d+(?:\.\d+)?)\s/.exec(text)?.[1] ?? null
}

function field(text: string, name: string): string | null {
  return new RegExp(`^${name}:\\s*(\\S.*?)\\s*$`, 'm').exec(text)?.[1] ?? null
}

const textOf = (file: string) => readFile(file, 'utf8').catch(absent(''))
const namesIn = async (folder: string) => (await readdir(folder).catch(absent<string[]>([]))).toSorted()

/** What is not there, or may not be read, tells nothing. */
function absent<T>(nothing: T) {
  return (error: NodeJS.ErrnoException): T => {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(error.code ?? '')) return nothing
    throw error
  }
}
