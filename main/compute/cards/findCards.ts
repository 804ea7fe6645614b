import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { FoundCards } from './nvidiaCard.ts'
import { cardsOfDriver, cardsOnBus } from './nvidiaFiles.ts'
import { cardQuery, parseCards, parseProcessMemory, processQuery } from './nvidiaQuery.ts'

/** A driver that hangs is not waited for longer. */
const patience = 10_000

/** Where the system tells of its hardware; tests put files of their own in their place. */
export interface SystemFolders { proc: string; sys: string }
const linux: SystemFolders = { proc: '/proc', sys: '/sys' }

/**
 * NVIDIA's cards in this machine, without any runtime: as the driver's own tool (nvidia-smi) tells, else as the driver
 * lists them under /proc, else as they are on the bus.
 */
export async function findCards(folders = linux): Promise<FoundCards> {
  const asked = await ask(cardQuery)
  const cards = 'answer' in asked ? parseCards(asked.answer) : []
  if (cards.length > 0) return { cards, trouble: null }
  const ofDriver = await cardsOfDriver(folders.proc)
  const found = ofDriver.length > 0 ? ofDriver : await cardsOnBus(folders.sys)
  return { cards: found, trouble: 'trouble' in asked ? asked.trouble : null }
}

/** Bytes that a process has of the cards' memory, as the driver says; null where it does not. */
export async function cardMemoryOf(pid: number): Promise<number | null> {
  const asked = await ask(processQuery)
  return 'answer' in asked ? parseProcessMemory(asked.answer, pid) : null
}

/** `trouble` is null where there is no nvidia-smi at all. */
async function ask(query: string[]): Promise<{ answer: string } | { trouble: string | null }> {
  try {
    const { stdout } = await promisify(execFile)('nvidia-smi', query, { timeout: patience })
    return { answer: stdout }
  } catch (error) {
    return { trouble: troubleOf(error as NodeJS.ErrnoException & { stdout?: string; stderr?: string; killed?: boolean }) }
  }
}

/** nvidia-smi prints its complaints on standard output. */
function troubleOf({ code, stdout, stderr, killed, message }: NodeJS.ErrnoException & { stdout?: string; stderr?: string; killed?: boolean }): string | null {
  if (code === 'ENOENT') return null
  if (killed) return `NVIDIA's driver did not answer within ${patience / 1000} seconds (nvidia-smi): restart the machine.`
  const said = `${stdout ?? ''}\n${stderr ?? ''}`.split('\n').map((line) => line.trim()).find(Boolean) ?? message.split('\n')[0]
  return `NVIDIA's driver does not answer: nvidia-smi said "${said.slice(0, 200)}".`
}
