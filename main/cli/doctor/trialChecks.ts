import type { DeviceCheck } from '../../contract/devices.ts'
import { explain } from '../failures.ts'
import { withEngine } from '../session.ts'
import { bad, type Check, good } from './check.ts'

/** A few training steps on every device, through the engine. */
export async function trialChecks(): Promise<Check[]> {
  try {
    return (await withEngine(({ api, signal }) => api.devices.check(undefined, { signal }))).map(trial)
  } catch (error) {
    const { message, hint } = explain(error)
    return [bad('trial', message, hint)]
  }
}

function trial({ device: { name }, outcome }: DeviceCheck): Check {
  if (outcome.state === 'skipped') return { ...good('trial', `${name}: not tried`), hint: outcome.why }
  if (outcome.state === 'failed') return bad('trial', `${name}: does not work`, outcome.why)
  const { steps, millisecondsPerStep, loss, difference, runtime } = outcome
  const same = difference === null ? '' : `, losses within ${(100 * difference).toFixed(3)} % of the processor's`
  return good('trial', `${name}: ${millisecondsPerStep.toFixed(1)} ms a step over ${steps} steps, last loss ${loss.toFixed(3)}${same}, ${runtime}`)
}
