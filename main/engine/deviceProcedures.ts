import { checkDevices } from '../jobs/devices/checkDevices.ts'
import { listDevices } from '../jobs/devices/devices.ts'
import type { EngineParts } from './parts.ts'
import { procedures } from './procedures.ts'

export function deviceProcedures(parts: EngineParts) {
  const { list, check } = procedures.devices
  return {
    list: list.handler(() => listDevices(parts)),
    check: check.handler(({ signal }) => checkDevices(parts, signal)),
  }
}
