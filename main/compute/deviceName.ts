import { execFile } from 'node:child_process'
import { cpus } from 'node:os'
import { promisify } from 'node:util'

/** The processor's name as the system gives it; some systems (ARM under Linux) give none. */
export function processorName(): string {
  return cpus()[0]?.model.replaceAll(/\s+/g, ' ').trim() || `${process.arch} processor`
}

/**
 * The graphics card's name: TensorFlow's binding does not tell it, the driver's own tool does.
 * @throws where there is no such tool, or it finds no card
 */
export async function graphicsCardName(): Promise<string> {
  const query = ['--query-gpu=name', '--format=csv,noheader']
  const { stdout } = await promisify(execFile)('nvidia-smi', query, { timeout: 10_000 })
  return stdout.split('\n')[0].trim()
}
