import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Device } from '../../compute/device.ts'
import { bad, good } from './check.ts'
import type { Check } from './check.ts'

type Probed = { device: Device } | { error: { message: string; hint: string | null } }

const setUp = 'Run "lacuna runtime install cpu" ("lacuna runtime status" says more).'

/** Whether TensorFlow loads, and what it computes on. */
export async function deviceChecks(): Promise<Check[]> {
  const probed = await probe()
  if ('error' in probed)
    return [
      bad(
        'TensorFlow',
        probed.error.message,
        probed.error.hint ?? (probed.error.message.includes('lacuna runtime') ? null : setUp),
      ),
    ]
  const { kind, name, cores, threads, runtime, fallback } = probed.device
  const detail = `${kind === 'gpu' ? 'graphics card' : 'processor'}: ${name}, ${cores} cores, ${threads} threads`
  return [good('TensorFlow', runtime), fallback === null ? good('device', detail) : bad('device', detail, fallback)]
}

async function probe(): Promise<Probed> {
  const script = fileURLToPath(new URL('deviceProbe.ts', import.meta.url))
  try {
    const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' }
    const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 60_000, env })
    return JSON.parse(stdout.slice(stdout.indexOf('{'))) as Probed
  } catch (error) {
    const { signal, message } = error as Error & { signal?: string }
    return {
      error: {
        message: signal ? `TensorFlow ended the process that loaded it (${signal}).` : message,
        hint: null,
      },
    }
  }
}
