import { duration } from '../../reports/text.ts'

/** Starts a clock. @returns the time since then, in words */
export function stopwatch(): () => string {
  const started = performance.now()
  return () => duration((performance.now() - started) / 1000)
}
