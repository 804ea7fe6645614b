import { cpus } from 'node:os'

/** The processor's name as the system gives it; some systems (ARM under Linux) give none. */
export function processorName(): string {
  return cpus()[0]?.model.replaceAll(/\s+/g, ' ').trim() || `${process.arch} processor`
}
