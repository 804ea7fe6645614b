import { describeDevice } from '../../compute/device.ts'

/**
 * Loads TensorFlow and says what it computes on, as one JSON line. A process of its own: a native library
 * that crashes must not take the command with it.
 */
try {
  process.stdout.write(JSON.stringify({ device: await describeDevice() }))
} catch (error) {
  const { message, hint = null } = error as Error & { hint?: string | null }
  process.stdout.write(JSON.stringify({ error: { message, hint } }))
}
