import type { EngineParts } from '../parts.ts'
import { procedures } from './procedures.ts'

export function detectorProcedures({ detectors }: EngineParts) {
  return { list: procedures.detectors.list.handler(() => detectors) }
}
