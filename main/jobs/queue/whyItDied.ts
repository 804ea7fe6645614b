import { open } from 'node:fs/promises'
import { diskFull, type Failure } from '../../contract/errors.ts'

const again = 'Start the job again: what is done is kept.'
const lessMemory = `Close other programs, train fewer members, or with smaller batches or images. ${again}`

/**
 * Says in a sentence why a worker process ended without a result.
 * @param log the file with what it wrote; its last lines help to tell
 */
export async function whyItDied(
  code: number | null, signal: NodeJS.Signals | null, log: string,
): Promise<Failure> {
  const tail = await lastLines(log)
  if (/heap out of memory|bad_alloc|Cannot allocate memory|OOM when allocating/i.test(tail)) {
    return {
      code: 'OUT_OF_MEMORY', message: `The worker process ran out of memory${how(code, signal)}.`,
      hint: lessMemory,
    }
  }
  if (/No space left on device|ENOSPC/.test(tail)) return diskFull
  if (signal === 'SIGKILL') {
    return {
      code: 'KILLED',
      message: 'The worker process was ended by the system (SIGKILL), probably out of memory.',
      hint: lessMemory,
    }
  }
  return {
    code: 'WORKER_DIED',
    message: `The worker process ended without a result${how(code, signal)}${said(tail)}`, hint: again,
  }
}

function how(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ? ` (${signal})` : ` (exit code ${code})`
}

/** The last line that is no part of a stack. */
function said(tail: string): string {
  const lines = tail.split('\n').map((line) => line.trim())
  const last = lines.filter((line) => line && !line.startsWith('at ') && !/^[{}[\]^]*$/.test(line)).at(-1)
  return last ? `; the last it said was: ${last.slice(0, 300)}` : '.'
}

async function lastLines(log: string, bytes = 4096): Promise<string> {
  const handle = await open(log)
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, Math.max(0, size - bytes))
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
