import { checkDevices } from '../../jobs/devices/checkDevices.ts'
import { deviceChoices, listDevices } from '../../jobs/devices/devices.ts'
import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function deviceProcedures(parts: EngineParts) {
  const { list, choices, check } = procedures.devices
  return {
    list: list.handler(({ signal }) => listDevices(parts, signal)),
    choices: choices.handler(({ signal }) => deviceChoices(parts, signal)),
    check: check.handler(({ signal }) => checkDevices(parts, signal)),
  }
}
